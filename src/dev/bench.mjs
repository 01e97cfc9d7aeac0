/**
 * `npm run bench -- NAME [OPTIONS]` runs `test/bench/NAME/main.ts` (or `.mjs`): it prints ours, the peers and the floor
 * in one table, and one JSON object as its last line. Without a name it lists what there is. What follows the name is
 * the bench's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

const FOLDER = 'test/bench';

installPackages();
const [name, ...options] = process.argv.slice(2);
const main = ['main.ts', 'main.mjs'].map((file) => join(FOLDER, name ?? '', file)).find((path) => existsSync(path));
if (name && main) await runBench(main, options);
else {
  console.log(`There is no bench ${name ?? 'without a name'}. There are: ${benches().join(', ') || 'none yet'}.`);
  process.exitCode = name ? 1 : 0;
}

async function runBench(/** @type {string} */ path, /** @type {string[]} */ args) {
  const { writeTool } = await import('./typescript.mjs');
  const tool = fileURLToPath(await writeTool(path));
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', tool, ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

function benches() {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).filter((one) =>
    ['main.ts', 'main.mjs'].some((file) => existsSync(join(FOLDER, one, file))),
  );
}
