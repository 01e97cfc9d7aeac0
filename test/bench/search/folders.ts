import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FORMAT } from '../../../src/search/stored/leaf.ts';
import { VERSION } from '../../../src/store/reading.ts';
import { type Kept, keepIn } from './parts.ts';

/** Where extensions and browser profiles of one run are; profiles that were prepared before are found again in a cache. */
export interface Folders {
  /** A folder below it, made. */
  below(name: string): string;
  /** The profile of a size, copied from that of the size before it, to be filled. */
  begin(size: number, from: number): string;
  profile(size: number): string;
  /** Whether it is there: only a profile that was filled to the end is kept under its name. */
  isThere(size: number): boolean;
  /** What was begun is filled. */
  end(size: number): void;
  forget(size: number): void;
  measured: Kept;
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
  const below = (name: string) => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  };
  const profile = (size: number) => join(root, `profile-${size}`);
  const filled = (size: number) => join(root, 'filled', String(size));
  return {
    below,
    begin(size, from) {
      rmSync(profile(size), { recursive: true, force: true });
      if (from > 0) cpSync(profile(from), profile(size), { recursive: true });
      return profile(size);
    },
    profile,
    isThere: (size) => existsSync(filled(size)),
    end: (size) => void mkdirSync(filled(size), { recursive: true }),
    forget(size) {
      rmSync(filled(size), { recursive: true, force: true });
      rmSync(profile(size), { recursive: true, force: true });
    },
    measured: keepIn(below('measured')),
    remove: () => cache || rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
