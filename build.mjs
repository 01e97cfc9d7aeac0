/**
 * Builds everything: `dist/chrome` and `dist/firefox` (the extension), `dist/server` (the team server with its few
 * pages) and `dist/ports` (the product's parts as the benchmarks drive them). The same sources give the same bytes.
 *
 *   node build.mjs [--out DIR] [--dev] [--partial]
 *
 * `--dev`: readable code with source maps, no budgets. `--partial`: leaves out what is not written yet and says so.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { overweight } from './src/dev/build/budgets.mjs';
import { buildBundle } from './src/dev/build/bundle.mjs';
import { listBundles, listPages } from './src/dev/build/entries.mjs';
import { drawIcons } from './src/dev/build/icons.mjs';
import { BROWSERS, filesNamed, readManifest } from './src/dev/build/manifest.mjs';
import { installPackages } from './src/dev/install.mjs';
import { readOptions } from './src/dev/options.mjs';

/**
 * Builds into `out` and gives what was built. Throws one Error that lists everything that is wrong, as sentences.
 * @param {{ out?: string, dev?: boolean, partial?: boolean }} [options]
 */
export async function build({ out = 'dist', dev = false, partial = false } = {}) {
  const missing = listBundles().filter(({ from }) => !existsSync(from));
  const bundles = listBundles().filter(({ from }) => existsSync(from));
  const results = await Promise.allSettled(bundles.map((bundle) => buildBundle(bundle, { dev })));
  const built = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const wrong = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.message)] : []));
  if (wrong.length > 0 && !partial) throw new Error(wrong.join('\n'));
  for (const sentence of wrong.splice(0)) console.warn(sentence);
  for (const browser of BROWSERS) await writeExtension(join(out, browser), browser, built);
  await writePart(join(out, 'server'), built, 'server');
  await writePart(join(out, 'server/site'), built, 'site');
  await writePart(join(out, 'ports'), built, 'ports');
  if (!dev) wrong.push(...overweight(built));
  if (!partial) {
    wrong.push(...missing.map(({ from, to }) => `${to} cannot be built: there is no ${from}.`));
    for (const browser of BROWSERS) wrong.push(...(await findMissingFiles(join(out, browser), browser)));
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return { built, missing };
}

/** @typedef {Awaited<ReturnType<typeof buildBundle>>[]} Built */

async function writeExtension(
  /** @type {string} */ folder,
  /** @type {'chrome' | 'firefox'} */ browser,
  /** @type {Built} */ built,
) {
  await writePart(folder, built, 'extension');
  await cp('public/_locales', join(folder, '_locales'), { recursive: true });
  for (const { to, bytes } of await drawIcons()) await write(join(folder, to), bytes);
  await write(join(folder, 'manifest.json'), `${JSON.stringify(await readManifest(browser), null, 2)}\n`);
}

/** Writes the bundles and pages of one place into a folder that holds nothing else. */
async function writePart(/** @type {string} */ folder, /** @type {Built} */ built, /** @type {string} */ place) {
  await rm(folder, { recursive: true, force: true });
  for (const bundle of built.filter((one) => one.place === place)) {
    for (const { to, bytes } of bundle.files) await write(join(folder, to), bytes);
  }
  for (const page of listPages().filter((one) => one.place === place)) {
    const script = page.to.replace(/html$/, 'js');
    const chunks = built.find(({ to }) => to === script)?.chunks ?? [];
    await write(join(folder, page.to), preload(await readFile(page.from, 'utf8'), script, chunks));
  }
}

/** Names the scripts that a page's own needs, so that they are fetched beside it and not after it. */
function preload(/** @type {string} */ html, /** @type {string} */ script, /** @type {string[]} */ chunks) {
  const links = chunks.map((chunk) => `<link rel="modulepreload" href="${chunk}" />\n    `).join('');
  return html.replace(`<script type="module" src="${script}"`, (tag) => links + tag);
}

async function write(/** @type {string} */ path, /** @type {string | Uint8Array} */ bytes) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** Files that the manifest or a page names and the build did not make. */
async function findMissingFiles(/** @type {string} */ folder, /** @type {'chrome' | 'firefox'} */ browser) {
  const named = filesNamed(await readManifest(browser)).map((file) => ({ file, by: 'the manifest' }));
  for (const { from, to } of listPages().filter(({ place }) => place === 'extension')) {
    const html = await readFile(from, 'utf8');
    for (const [, file] of html.matchAll(/(?:src|href)="([^":#]+)"/g)) named.push({ file: file ?? '', by: to });
  }
  return named
    .filter(({ file }) => !existsSync(join(folder, file)))
    .map(({ file, by }) => `${browser}: ${by} names ${file}, which was not built.`);
}

/** One line for each bundle: its size, and the packages that make up most of it. */
function report(/** @type {Built} */ built) {
  for (const { to, place, bytes, packages } of built) {
    const heaviest = Object.entries(packages)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3);
    const inside = heaviest.map(([name, weight]) => `${name} ${kilo(weight)}`).join(', ');
    console.log(`${place.padEnd(9)} ${to.padEnd(18)} ${kilo(bytes).padStart(9)}  ${inside}`);
  }
}

const kilo = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = readOptions({
    options: { out: { type: 'string' }, dev: { type: 'boolean' }, partial: { type: 'boolean' } },
  });
  try {
    installPackages();
    const { built, missing } = await build(values);
    report(built);
    for (const { from } of missing) console.log(`left out: ${from} is not written yet`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
