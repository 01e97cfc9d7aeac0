import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNumber, readOptions } from '../../../src/dev/options.mjs';
import { killRounds, type Rounds } from '../../server/kills/rounds.ts';
import { buildServer } from '../../server/kills/server-process.ts';
import { findPostgres, startPostgres } from '../../server/shelf/postgres.ts';
import { type BrowserRounds, killBrowser } from './browser.ts';
import { type CutRounds, cutLogs } from './cut-log.ts';

/**
 * `npm run bench -- kills [--sqlite N] [--postgres N] [--browser N] [--cut N] [--extension FOLDER]`: rounds of kill -9 of the
 * server under load on each database, and of Chromium while it keeps and exchanges; and what it makes of a log that a kill cut.
 */
const { values } = readOptions({
  options: {
    sqlite: { type: 'string' },
    postgres: { type: 'string' },
    browser: { type: 'string' },
    cut: { type: 'string' },
    extension: { type: 'string', default: 'dist/chrome' },
  },
});
const rounds = {
  sqlite: readNumber('sqlite', values.sqlite, 200),
  postgres: readNumber('postgres', values.postgres, 100),
  browser: readNumber('browser', values.browser, 100),
  cut: readNumber('cut', values.cut, 3),
};
const built = await buildServer();
const results: Record<string, Rounds | BrowserRounds | CutRounds> = {};
const tell = (name: string) => (so: Rounds) => {
  if ((so.rounds + 1) % 20 === 0) console.log(name, JSON.stringify({ ...so, rounds: so.rounds + 1 }));
};

const folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
if (rounds.sqlite > 0)
  results.sqlite = await killRounds(built.program, { DATA_DIR: folder }, rounds.sqlite, tell('sqlite'));
rmSync(folder, { recursive: true, force: true });

const programs = findPostgres();
if (!programs) console.log('PostgreSQL is not installed here, so nothing was tried on it.');
else if (rounds.postgres > 0) {
  const postgres = await startPostgres(programs);
  const environment = { DATABASE_URL: await postgres.createDatabase() };
  results.postgres = await killRounds(built.program, environment, rounds.postgres, tell('postgres'));
  await postgres.close();
}
built.remove();
if (rounds.browser > 0) {
  results.browser = await killBrowser(values.extension, rounds.browser, (so) => {
    if (so.rounds % 10 === 0) console.log('browser', JSON.stringify(so));
  });
}
if (rounds.cut > 0) results.cut = await cutLogs(values.extension, rounds.cut);
console.table(results);
console.log(JSON.stringify(results));
const isWrong = (so: Rounds | BrowserRounds | CutRounds) =>
  so.lost + ('doubled' in so ? so.doubled : 0) + ('differing' in so ? so.differing : 0) > 0;
if (Object.values(results).some(isWrong)) process.exitCode = 1;
