import { parseArgs } from 'node:util';

/** What can be measured. The last two take minutes, so they are measured only where they are named. */
export const PARTS = ['flow', 'listening', 'hot', 'first', 'nodes', 'disk', 'growth', 'soak'] as const;
export type Part = (typeof PARTS)[number];
const LONG: readonly Part[] = ['growth', 'soak'];

export interface Options {
  parts: Set<Part>;
  records: number;
  rounds: number;
  corpus: string | undefined;
  listeners: number[];
  hotSeconds: number;
  /** Folder of the built extension. */
  extension: string;
  sizes: number[];
  soakSeconds: number;
  withPeers: boolean;
}

export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      records: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      corpus: { type: 'string' },
      listeners: { type: 'string', default: '1,50,500,2000' },
      hot: { type: 'string', default: '5' },
      extension: { type: 'string', default: 'dist/chrome' },
      sizes: { type: 'string', default: '1000,10000,100000,1000000' },
      soak: { type: 'string', default: '600' },
      'without-peers': { type: 'boolean', default: false },
    },
  });
  const numbers = (text: string) => text.split(',').map(Number);
  const named = values.only?.split(',') ?? PARTS.filter((part) => !LONG.includes(part));
  return {
    parts: new Set(PARTS.filter((part) => named.includes(part))),
    records: Number(values.records),
    rounds: Number(values.rounds),
    corpus: values.corpus,
    listeners: numbers(values.listeners),
    hotSeconds: Number(values.hot),
    extension: values.extension,
    sizes: numbers(values.sizes),
    soakSeconds: Number(values.soak),
    withPeers: !values['without-peers'],
  };
}
