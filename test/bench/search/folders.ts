import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FORMAT } from '../../../src/search/leaf.ts';
import { VERSION } from '../../../src/store/reading.ts';
import type { Figures } from './figures.ts';

/** Where extensions and browser profiles of one run are; profiles that were prepared before are found again in a cache. */
export interface Folders {
  /** A folder below it, made. */
  below(name: string): string;
  /** The profile of a size, copied from that of the size before it, to be filled. */
  begin(size: number, from: number): string;
  profile(size: number): string;
  /** What preparing it took; only what was kept is found again. */
  keep(size: number, figures: Record<string, Figures>): void;
  known(size: number): Record<string, Figures> | null;
  /** Nothing of a cache. */
  remove(): void;
}

/**
 * `cache`: a folder that stays. What is in it is used again for the same corpus, formats of tables and index, and set of
 * contenders. Extensions have their identity from where they stand, so they stand there too.
 */
export function openFolders(cache: string | undefined, made: { corpus: string; withPeers: boolean }): Folders {
  const hash = createHash('sha256')
    .update(JSON.stringify([FORMAT, VERSION, made]))
    .digest('hex')
    .slice(0, 12);
  const root = cache ? join(resolve(cache), hash) : mkdtempSync(join(tmpdir(), 'bench-search-'));
  mkdirSync(root, { recursive: true });
  const note = (size: number) => join(root, `${size}.json`);
  const profile = (size: number) => join(root, `profile-${size}`);
  return {
    below(name) {
      mkdirSync(join(root, name), { recursive: true });
      return join(root, name);
    },
    begin(size, from) {
      rmSync(profile(size), { recursive: true, force: true });
      if (from > 0) cpSync(profile(from), profile(size), { recursive: true });
      return profile(size);
    },
    profile,
    keep: (size, figures) => writeFileSync(note(size), JSON.stringify(figures)),
    known: (size) => (existsSync(note(size)) ? JSON.parse(readFileSync(note(size), 'utf8')) : null),
    remove: () => cache || rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
