import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds, type Rounds } from '../../server/kills/rounds.ts';
import { buildServer } from '../../server/kills/server-process.ts';
import { findPostgres, startPostgres } from '../../server/shelf/postgres.ts';
import { type BrowserRounds, killBrowser } from './browser.ts';
import { type CutRounds, cutLogs } from './cut-log.ts';

/**
 * `npm run bench -- kills [--sqlite N] [--postgres N] [--browser N] [--cut N] [--extension FOLDER]`: rounds of kill -9 of the
 * server under load on each database, and of Chromium while it keeps and exchanges; and what it makes of a log that a kill cut.
 */
const { values } = parseArgs({
  options: {
    sqlite: { type: 'string' },
    postgres: { type: 'string' },
    browser: { type: 'string' },
    cut: { type: 'string' },
    extension: { type: 'string', default: 'dist/chrome' },
  },
});
const built = await buildServer();
const results: Record<string, Rounds | BrowserRounds | CutRounds> = {};
const tell = (name: string) => (so: Rounds) => {
  if ((so.rounds + 1) % 20 === 0) console.log(name, JSON.stringify({ ...so, rounds: so.rounds + 1 }));
};

const folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
const onSqlite = Number(values.sqlite ?? 200);
if (onSqlite > 0) results.sqlite = await killRounds(built.program, { DATA_DIR: folder }, onSqlite, tell('sqlite'));
rmSync(folder, { recursive: true, force: true });

const programs = findPostgres();
const onPostgres = Number(values.postgres ?? 100);
if (!programs) console.log('PostgreSQL is not installed here, so nothing was tried on it.');
else if (onPostgres > 0) {
  const postgres = await startPostgres(programs);
  const environment = { DATABASE_URL: await postgres.createDatabase() };
  results.postgres = await killRounds(built.program, environment, onPostgres, tell('postgres'));
  await postgres.close();
}
built.remove();
const inBrowser = Number(values.browser ?? 100);
if (inBrowser > 0) {
  results.browser = await killBrowser(values.extension, inBrowser, (so) => {
    if (so.rounds % 10 === 0) console.log('browser', JSON.stringify(so));
  });
}
const ofCut = Number(values.cut ?? 3);
if (ofCut > 0) results.cut = await cutLogs(values.extension, ofCut);
console.table(results);
console.log(JSON.stringify(results));
const isWrong = (so: Rounds | BrowserRounds | CutRounds) =>
  so.lost + ('doubled' in so ? so.doubled : 0) + ('differing' in so ? so.differing : 0) > 0;
if (Object.values(results).some(isWrong)) process.exitCode = 1;
