import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest day a zip can name; the same for every file, so that only contents make a difference. Zips tell local time. */
const ONE_DAY = new Date(1980, 0, 1);

/**
 * A zip of some files of a folder, in the order of their names.
 * @param {string} folder
 * @param {string[]} files with forward slashes
 */
export async function zip(folder, files) {
  /** @type {Record<string, Uint8Array>} */
  const contents = {};
  for (const file of [...files].sort()) contents[file] = new Uint8Array(await readFile(join(folder, file)));
  return zipSync(contents, { level: 9, mtime: ONE_DAY });
}

/** Every file below a folder, with forward slashes. */
export async function listFiles(/** @type {string} */ folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
