import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { listFiles } from './zip.mjs';

/** Made or fetched here, not written. */
const NOT_SOURCE = /^(node_modules|dist|data|\.git|\.dev)\/|\.log$/;

/**
 * The files that a reviewer needs to build the same extension: what git has under its care, and without git (the source
 * zip itself, unpacked) everything that was not made here.
 */
export async function listSources() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  const tracked = status === 0 ? stdout.split('\0').filter((path) => path !== '' && existsSync(path)) : [];
  return tracked.length > 0 ? tracked : (await listFiles('.')).filter((path) => !NOT_SOURCE.test(path));
}
