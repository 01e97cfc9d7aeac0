import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds, type Rounds } from '../../server/kills/rounds.ts';
import { buildServer } from '../../server/kills/server-process.ts';
import { findPostgres, startPostgres } from '../../server/shelf/postgres.ts';

/** `npm run bench -- kills [--sqlite N] [--postgres N]`: rounds of kill -9 under load on each database. */
const { values } = parseArgs({ options: { sqlite: { type: 'string' }, postgres: { type: 'string' } } });
const built = await buildServer();
const results: Record<string, Rounds> = {};
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
console.table(results);
console.log(JSON.stringify(results));
if (Object.values(results).some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
