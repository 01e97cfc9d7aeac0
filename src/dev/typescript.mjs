import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Bundles a tool written in TypeScript into `.dev/tools`, since Node runs none, and gives its address for `import()`.
 * The project's packages stay outside of the bundle.
 * @param {string} path
 */
export async function writeTool(path) {
  const { build } = await import('esbuild');
  const name = path
    .replace(/^(src|test)\//, '')
    .replaceAll('/', '-')
    .replace(/\.\w+$/, '');
  const out = join('.dev', 'tools', `${basename(name)}.mjs`);
  await build({
    entryPoints: [path],
    outfile: out,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return pathToFileURL(out).href;
}
