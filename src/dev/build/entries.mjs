import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One bundle: what it is built from, where it lands below the output folder, and how it runs.
 * @typedef {{ from: string, to: string, format: 'iife' | 'esm', platform: 'browser' | 'node', place: 'extension' | 'server' | 'site' | 'ports' }} Bundle
 */

const PAGES = 'src/pages';
const SITE = 'src/site';

/** Bundles that have no folder of their own to be found by. */
const fixed = /** @type {Bundle[]} */ ([
  { from: 'src/background/main.ts', to: 'background.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/store/draft-worker.ts', to: 'indexer.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/capture/gate.ts', to: 'capture/gate.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/capture/main.ts', to: 'capture/main.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/capture/keep.ts', to: 'capture/keep.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/capture/read.ts', to: 'capture/read.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/capture/paint.ts', to: 'capture/paint.js', format: 'iife', platform: 'browser', place: 'extension' },
  { from: 'src/server/main.ts', to: 'main.js', format: 'esm', platform: 'node', place: 'server' },
  { from: 'src/server/reading-thread.ts', to: 'reading-thread.js', format: 'esm', platform: 'node', place: 'server' },
  { from: 'src/anchor/port.ts', to: 'anchor.js', format: 'iife', platform: 'browser', place: 'ports' },
  { from: 'src/search/ports/port-search.ts', to: 'search.mjs', format: 'esm', platform: 'browser', place: 'ports' },
  { from: 'src/search/ports/port-context.ts', to: 'context.mjs', format: 'esm', platform: 'browser', place: 'ports' },
  { from: 'src/domain/port-safety.ts', to: 'safety.mjs', format: 'esm', platform: 'browser', place: 'ports' },
]);

/** Every bundle of the product. A page is a folder with an `index.html` and a `main`, so a new one needs no line here. */
export function listBundles() {
  return [...fixed, ...pagesIn(PAGES, 'extension'), ...pagesIn(SITE, 'site')];
}

/** HTML files with the names they are built under: `src/pages/popup/index.html` is `popup.html`. */
export function listPages() {
  const below = (/** @type {string} */ folder, /** @type {'extension' | 'site'} */ place) =>
    foldersIn(folder)
      .map((name) => ({ from: join(folder, name, 'index.html'), to: `${name}.html`, place }))
      .filter(({ from }) => existsSync(from));
  return [...below(PAGES, 'extension'), ...below(SITE, 'site')];
}

/**
 * A page's own script, `main`; and `first`, a small one that the page waits for, for what cannot begin too early.
 * @returns {Bundle[]}
 */
function pagesIn(/** @type {string} */ folder, /** @type {'extension' | 'site'} */ place) {
  return foldersIn(folder).flatMap((name) => [
    ...bundle(folder, name, 'main', { to: `${name}.js`, format: 'esm', platform: 'browser', place }),
    ...bundle(folder, name, 'first', { to: `${name}-first.js`, format: 'iife', platform: 'browser', place }),
  ]);
}

/** @returns {Bundle[]} */
function bundle(
  /** @type {string} */ folder,
  /** @type {string} */ page,
  /** @type {string} */ file,
  /** @type {Omit<Bundle, 'from'>} */ rest,
) {
  const from = ['tsx', 'ts'].map((end) => join(folder, page, `${file}.${end}`)).find((path) => existsSync(path));
  return from ? [{ from, ...rest }] : [];
}

const foldersIn = (/** @type {string} */ folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
