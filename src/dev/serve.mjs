/**
 * `npm run serve`: the team server, built first where it is not, with the environment as it is (PORT, DATABASE_URL,
 * DATA_DIR and the rest stand in `src/server/config.ts`). Ctrl-C stops it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './install.mjs';

const SERVER = 'dist/server/main.js';

installPackages();
if (!existsSync(SERVER)) await (await import('../../build.mjs')).build();

const server = spawn(process.execPath, [SERVER, ...process.argv.slice(2)], { stdio: 'inherit' });
server.on('exit', (code, signal) => {
  process.exitCode = signal ? 0 : (code ?? 1);
});
// Ctrl-C reaches the server by itself; this only lets it end first.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal));
