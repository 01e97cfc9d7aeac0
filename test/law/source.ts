import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { blankOut } from './blank.ts';

/** One import of a source file. */
export interface Import {
  /** Path below the project for our own files, name of the package otherwise; `node:` for Node's own. */
  to: string;
  isOurs: boolean;
  isTypeOnly: boolean;
}

export interface Source {
  /** Below the project, with forward slashes: `src/store/commit.ts`. */
  path: string;
  /** `store`, `pages/popup`; '' for a file that is in no room. */
  room: string;
  lines: number;
  imports: Import[];
  /** The text without comments and without what stands in strings. */
  code: string;
}

const IMPORT = /\b(import|export)\b(\s+type\b)?([^;'"`()]*?)\bfrom\s*'([^']+)'/g;
const BARE_IMPORT = /\bimport\s*\(?\s*'([^']+)'/g;

/** All source files below a folder. */
export function readSources(folder: string): Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .sort()
    .map((name) => toSource(join(folder, name).replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')));
}

/** A source from its path and text; also how the tests of the law invent a wrong one. */
export function toSource(path: string, text: string): Source {
  const withoutComments = blankOut(text, 'all but code and strings');
  return {
    path,
    room: roomOf(path),
    lines: text.split('\n').length - 1,
    imports: [...findImports(path, withoutComments)],
    code: blankOut(text, 'all but code'),
  };
}

/** `src/pages/popup/…` is the room pages/popup, everything else its first folder below `src`. */
export function roomOf(path: string): string {
  const [src, room, page, ...rest] = path.split('/');
  if (src !== 'src' || page === undefined) return '';
  return room === 'pages' ? (rest.length > 0 ? `pages/${page}` : '') : (room ?? '');
}

function* findImports(path: string, text: string): Generator<Import> {
  for (const [, , type, names, to] of text.matchAll(IMPORT)) {
    yield toImport(path, to ?? '', Boolean(type) || areAllTypes(names ?? ''));
  }
  for (const [, to] of text.matchAll(BARE_IMPORT)) yield toImport(path, to ?? '', false);
}

/** `{ type A, type B }`: nothing of it is left after the types are gone. */
const areAllTypes = (names: string): boolean =>
  /^\s*\{[^}]*\}\s*$/.test(names) &&
  names
    .replace(/[{}]/g, '')
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));

function toImport(path: string, to: string, isTypeOnly: boolean): Import {
  const isOurs = to.startsWith('.');
  if (isOurs) return { to: normalize(join(dirname(path), to)).replaceAll('\\', '/'), isOurs, isTypeOnly };
  const [first, second] = to.split('/');
  const name = to.startsWith('@') ? `${first}/${second}` : (first ?? to);
  return { to: to.startsWith('node:') ? 'node:' : name, isOurs, isTypeOnly };
}
