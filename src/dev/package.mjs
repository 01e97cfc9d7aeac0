/**
 * `npm run package`: builds, has Mozilla's linter look at the Firefox build, and writes `dist/packages`: one zip for each
 * store and one with the sources, the same bytes for the same sources. Fails on an error or a warning of the linter.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { readOptions } from './options.mjs';

const OUT = 'dist/packages';

readOptions({});
installPackages();
const { build } = await import('../../build.mjs');
const { BROWSERS } = await import('./build/manifest.mjs');
const { lint } = await import('./package/lint.mjs');
const { listSources } = await import('./package/sources.mjs');
const { listFiles, zip } = await import('./package/zip.mjs');

try {
  await build();
  const complaints = lint('dist/firefox');
  if (complaints.length > 0) throw new Error(`web-ext lint finds fault with dist/firefox:\n${complaints.join('\n')}`);
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  for (const browser of BROWSERS)
    await writeZip(`sidelight-${browser}-${version}.zip`, `dist/${browser}`, await listFiles(`dist/${browser}`));
  await writeZip(`sidelight-source-${version}.zip`, '.', await listSources());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function writeZip(/** @type {string} */ name, /** @type {string} */ folder, /** @type {string[]} */ files) {
  const bytes = await zip(folder, files);
  await writeFile(join(OUT, name), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${join(OUT, name)}  ${(bytes.length / 1000).toFixed(0)} kB  ${files.length} files  sha256 ${hash}`);
}
