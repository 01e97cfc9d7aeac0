import { readFile } from 'node:fs/promises';

export const BROWSERS = /** @type {const} */ (['chrome', 'firefox']);

/**
 * The manifest for one browser: `manifest.json` with the browser's differences from `public/manifest.<browser>.json`.
 * Lists are joined, objects merged, other values replaced. The version is the package's.
 * @param {'chrome' | 'firefox'} browser
 */
export async function readManifest(browser) {
  const [common, own, { version }] = await Promise.all([
    readJson('manifest.json'),
    readJson(`public/manifest.${browser}.json`),
    readJson('package.json'),
  ]);
  return merge({ ...common, version }, own);
}

/**
 * Every file of the extension that a manifest names.
 * @param {unknown} value
 * @returns {string[]}
 */
export function filesNamed(value) {
  if (typeof value === 'string') return /^[\w/-]+\.(js|html|png|css)$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(filesNamed))];
}

/** @returns {Promise<Record<string, unknown>>} */
const readJson = async (/** @type {string} */ path) => JSON.parse(await readFile(path, 'utf8'));

/** @returns {any} */
function merge(/** @type {any} */ base, /** @type {any} */ over) {
  if (Array.isArray(base) && Array.isArray(over)) return [...base, ...over];
  if (!isObject(base) || !isObject(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}

const isObject = (/** @type {unknown} */ value) => typeof value === 'object' && value !== null && !Array.isArray(value);
