import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What matches a page is another thing than what searches. */
const LEFT_OUT = /^(for-page|page-.*|chorus|stand-out|title-run|brief|reasons|plain-words|census)\.ts$/;
const IMPORT = /import \{([^}]*)\} from '\.\.\/search\/([\w-]+\.ts)'/g;

/**
 * Bytes of the search room's code without its stemmers, minified and packed: all that the store takes of it, to search and to
 * index, with what that needs.
 */
export async function searchCodeBytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: doors(), resolveDir: 'src/search' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome127',
    write: false,
    charset: 'utf8',
    packages: 'external',
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** What the store imports from the room, handed on. */
function doors(): string {
  const taken = new Map<string, Set<string>>();
  for (const file of readdirSync('src/store').filter((name) => name.endsWith('.ts'))) {
    for (const [, names = '', from = ''] of readFileSync(`src/store/${file}`, 'utf8').matchAll(IMPORT)) {
      if (LEFT_OUT.test(from)) continue;
      const known = taken.get(from) ?? new Set<string>();
      taken.set(from, known);
      for (const name of names.split(',').map((one) => one.trim()))
        if (name && !name.startsWith('type ')) known.add(name);
    }
  }
  return [...taken].map(([from, names]) => `export { ${[...names].join(', ')} } from './${from}';`).join('\n');
}
