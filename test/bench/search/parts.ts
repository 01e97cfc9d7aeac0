import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from './figures.ts';

/** What may be done alone: taking texts in, keystrokes and adding in a tab, popups, ours in Firefox. */
export const PARTS = ['prepare', 'desk', 'popup', 'firefox'] as const;
export type PartName = (typeof PARTS)[number];

/** What was measured of one part at one size: by contender, of which commit, and when it was done. */
export interface Measured {
  size: number;
  part: PartName;
  commit: string;
  at: string;
  figures: Record<string, Figures>;
}

/** What was measured at each size, by contender. */
export type Report = Record<number, Record<string, Figures>>;

/** What was measured stays in a folder, so that parts that ran at different times make one table. */
export interface Kept {
  keep(size: number, part: PartName, figures: Record<string, Figures>): void;
  of(size: number, part: PartName): Measured | undefined;
  /** All, rising by size, in the order of parts. */
  all(): Measured[];
}

export function keepIn(folder: string): Kept {
  mkdirSync(folder, { recursive: true });
  const all = () =>
    readdirSync(folder)
      .map((name): Measured => JSON.parse(readFileSync(join(folder, name), 'utf8')))
      .sort((a, b) => a.size - b.size || PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  return {
    keep(size, part, figures) {
      // What was measured before is not given up for nothing.
      if (Object.keys(figures).length === 0) return;
      const measured: Measured = { size, part, commit: commitHere(), at: new Date().toISOString(), figures };
      writeFileSync(join(folder, `${size}-${part}.json`), JSON.stringify(measured));
    },
    of: (size, part) => all().find((one) => one.size === size && one.part === part),
    all,
  };
}

/** What the working folder stands at; a star where it was changed since. */
function commitHere(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src') === '' ? '' : '*');
  } catch {
    return 'unknown';
  }
}

/** Everything in one, size by size. */
export function joinParts(measured: Measured[]): Report {
  const report: Report = {};
  for (const { size, figures } of measured) {
    report[size] ??= {};
    for (const [who, own] of Object.entries(figures)) report[size][who] = { ...report[size][who], ...own };
  }
  return report;
}
