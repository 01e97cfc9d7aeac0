import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = 'hypothesis@1.1766.0';
const FOLDER = '.dev/peers';

/** Folder of Hypothesis's published client, fetched once through npm where it is not named; null where it cannot be had. */
export function findPeer(named: string | undefined): string | null {
  if (named) return existsSync(named) ? named : null;
  const folder = join(FOLDER, 'node_modules/hypothesis');
  if (!existsSync(folder)) {
    const options = ['--prefix', FOLDER, '--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'];
    spawnSync('npm', ['install', PACKAGE, ...options], { stdio: 'ignore' });
  }
  return existsSync(folder) ? folder : null;
}
