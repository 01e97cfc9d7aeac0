import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What searches is not what matches a page, which is another thing. */
const OF_PAGES = /^(for-page|page-.*|chorus|stand-out|title-run|brief|reasons)\.ts$/;
const IMPORT = /import (type )?\{([^}]*)\} from '[./]*\/search\/([\w-]+\.ts)';/g;

/**
 * Bytes of the search room's code without its stemmers, minified and packed: all that other rooms take from it, for reading and
 * for writing, and what that needs.
 */
export async function searchCodeBytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: takenByOthers().join('\n'), resolveDir: 'src/search' },
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

/** One export for each thing that is imported from the room. */
function takenByOthers(): string[] {
  const taken = new Set<string>();
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  for (const path of paths.filter((one) => !one.startsWith('search'))) {
    for (const [, type, names = '', file = ''] of readFileSync(join('src', path), 'utf8').matchAll(IMPORT)) {
      if (type || OF_PAGES.test(file)) continue;
      for (const name of names.split(',').map((one) => one.trim())) {
        if (name !== '' && !name.startsWith('type ')) taken.add(`${file} ${name.split(' as ')[0]}`);
      }
    }
  }
  return [...taken].sort().map((one, i) => {
    const [file, name] = one.split(' ');
    return `export { ${name} as _${i} } from './${file}';`;
  });
}
