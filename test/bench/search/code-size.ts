import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What searches is not what the benchmarks drive it by, nor what matches a page, which is another thing. */
const LEFT_OUT = /^(port-.*|for-page|page-.*|chorus|stand-out|title-run|brief|plain-words|memory)\.ts$/;

/** Bytes of the search room's code without its stemmers, minified and packed. */
export async function searchCodeBytes(): Promise<number> {
  const files = readdirSync('src/search').filter((name) => name.endsWith('.ts') && !LEFT_OUT.test(name));
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((name) => `export * as _${name.replace(/\W/g, '_')} from './${name}';`).join('\n'),
      resolveDir: 'src/search',
    },
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
