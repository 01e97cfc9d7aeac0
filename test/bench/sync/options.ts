import { readOptions as read, readNumber, refuse } from '../../../src/dev/options.mjs';

/** What can be measured. The last two take minutes, so they are measured only where they are named. */
export const PARTS = ['flow', 'listening', 'hot', 'beside', 'first', 'nodes', 'disk', 'growth', 'soak'] as const;
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
  const { values } = read({
    options: {
      only: { type: 'string' },
      records: { type: 'string' },
      rounds: { type: 'string' },
      corpus: { type: 'string' },
      listeners: { type: 'string', default: '1,50,500,2000' },
      hot: { type: 'string' },
      extension: { type: 'string', default: 'dist/chrome' },
      sizes: { type: 'string', default: '1000,10000,100000,1000000' },
      soak: { type: 'string' },
      'without-peers': { type: 'boolean', default: false },
    },
  });
  const numbers = (name: string, text: string) => text.split(',').map((one) => readNumber(name, one, 0));
  return {
    parts: new Set(values.only?.split(',').map(partNamed) ?? PARTS.filter((part) => !LONG.includes(part))),
    records: readNumber('records', values.records, 10_000),
    rounds: readNumber('rounds', values.rounds, 5),
    corpus: values.corpus,
    listeners: numbers('listeners', values.listeners),
    hotSeconds: readNumber('hot', values.hot, 5),
    extension: values.extension,
    sizes: numbers('sizes', values.sizes),
    soakSeconds: readNumber('soak', values.soak, 600),
    withPeers: !values['without-peers'],
  };
}

const partNamed = (name: string): Part =>
  PARTS.find((part) => part === name) ?? refuse(`There is no part ${name}. There are ${PARTS.join(', ')}.`);
