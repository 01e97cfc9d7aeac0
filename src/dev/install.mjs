import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where npm notes what it put into `node_modules`. */
const NOTED = 'node_modules/.package-lock.json';

/**
 * Runs `npm ci` where `node_modules` is missing or is not what `package-lock.json` asks for. Throws a sentence when npm
 * cannot do it.
 */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not install the packages; its own words are above.');
}

/** Whether `node_modules` is what the lock asks for. Packages for another system are not there and need not be. */
export function isInstalled(root = '.') {
  if (!existsSync(join(root, NOTED))) return false;
  const there = readLock(join(root, NOTED));
  return Object.entries(readLock(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
const readLock = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).packages;
