import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { minifyScript } from '../../../src/dev/build/minify.mjs';

/** What searches is not what matches a page, which is another thing. */
const OF_PAGES = /^page\//;
/** What makes segments and merges them. */
const WRITES = /^write\/|known-terms/;
const TARGET = ['chrome127', 'firefox142'];
const IMPORT = /import (type )?\{([^}]*)\} from '[./]*\/search\/([\w/-]+\.ts)';/g;
/** What is brought when it is first needed. */
const BROUGHT = /import\('[./]*\/search\/([\w/-]+\.ts)'\)/g;

/** Bytes of the search room's code without its stemmers, minified as it is shipped and packed. */
export interface CodeBytes {
  /** What one word needs until its rows stand there: all that `find` loads, and nothing that only other queries bring. */
  plain: number;
  /** All that reads, with what only some queries bring. */
  reads: number;
  /** All that writes. */
  writes: number;
  /** Both together, each thing once. */
  all: number;
}

/** What other rooms take from the search room, and what that needs. */
export async function searchCodeBytes(): Promise<CodeBytes> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const others = paths.filter((path) => !path.startsWith('search')).map((path) => join('src', path));
  const taken = [...takenBy(others), ...broughtBy(others)];
  const writing = taken.filter(([file]) => WRITES.test(file));
  const reading = taken.filter(([file]) => !WRITES.test(file));
  const [plain, reads, writes, all] = await Promise.all([
    weigh(takenBy(await loadedBy('src/store/find.ts')), [later]),
    weigh(reading),
    weigh(writing),
    weigh(taken),
  ]);
  return { plain, reads, writes, all };
}

/** Leaves out what comes later. */
const later: Plugin = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/** Leaves out the stemmer of English, as the packages with the others are; it is one with what is mended of it. */
const stemmers: Plugin = {
  name: 'stemmers',
  setup: ({ onResolve }) => onResolve({ filter: /\/english\.ts$/ }, ({ path }) => ({ path, external: true })),
};

/** The files of other rooms that stand in a script with one of them. */
async function loadedBy(file: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    plugins: [later],
  });
  return Object.keys(metafile.inputs).filter((path) => !path.startsWith('src/search/'));
}

type Taken = [file: string, name: string];

/** One for each thing that is imported from the room. */
function takenBy(paths: string[]): Taken[] {
  const taken = new Map<string, Taken>();
  for (const path of paths) {
    for (const [, type, names = '', file = ''] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      if (type || OF_PAGES.test(file)) continue;
      for (const name of names.split(',').map((one) => one.trim().split(' as ')[0] ?? '')) {
        if (name !== '' && !name.startsWith('type ')) taken.set(`${file} ${name}`, [file, name]);
      }
    }
  }
  return [...taken.values()].sort();
}

/** One for each file of the room that is imported when it is needed: all of it. */
function broughtBy(paths: string[]): Taken[] {
  const files = paths.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(BROUGHT)].map(([, file = '']) => file));
  return [...new Set(files)]
    .filter((file) => !OF_PAGES.test(file))
    .sort()
    .map((file) => [file, '*']);
}

async function weigh(taken: Taken[], plugins: Plugin[] = []): Promise<number> {
  const lines = taken.map(
    ([file, name], i) => `export ${name === '*' ? '*' : `{ ${name} as _${i} }`} from './${file}';`,
  );
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: 'src/search' },
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    write: false,
    charset: 'utf8',
    packages: 'external',
    plugins: [stemmers, ...plugins],
  });
  const shipped = outputFiles.map(({ path, text }) => minifyScript(path, text, TARGET, true));
  return gzipSync((await Promise.all(shipped)).join(''), { level: 9 }).length;
}
