import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type Postgres, startPostgres } from '../shelf/postgres.ts';
import { killRounds } from './rounds.ts';
import { buildServer, startProcess } from './server-process.ts';

describe('a server process', () => {
  let built: Awaited<ReturnType<typeof buildServer>>;
  let folder: string;
  beforeAll(async () => {
    built = await buildServer();
    folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
  });
  afterAll(() => {
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that is killed under load has lost nothing it acknowledged', { timeout: 60_000 }, async () => {
    const so = await killRounds(built.program, { DATA_DIR: join(folder, 'killed') }, 4);
    expect(so).toMatchObject({ rounds: 4, lost: 0, doubled: 0 });
    expect(so.acknowledged).toBeGreaterThan(0);
  });

  it('ends by itself when it is asked to, and refuses to start with a sentence', { timeout: 60_000 }, async () => {
    const environment = { DATA_DIR: join(folder, 'asked') };
    const server = await startProcess(built.program, environment);
    await expect(startProcess(built.program, environment)).rejects.toThrow(
      /Another server uses the database in .*asked/,
    );
    const port = new URL(server.url).port;
    const elsewhere = { DATA_DIR: join(folder, 'other'), PORT: port };
    await expect(startProcess(built.program, elsewhere)).rejects.toThrow(`Port ${port} is taken`);
    await expect(startProcess(built.program, { PORT: 'eighty' })).rejects.toThrow('PORT: ');
    expect(await server.stop()).toBe(0);
  });

  it.each([
    ['backup', 'is-there', 'no/such/folder/file', /^That did not work: ENOENT.*file/],
    ['backup', 'not-there', 'file', /^That did not work: .*database/],
    ['restore', 'is-there', 'nothing', /^There is no file/],
    ['erase', 'is-there', 'nobody', /^There is no member nobody/],
    ['invite', 'is-there', 'chief', /^A role is owner/],
    ['conquer', 'is-there', 'it', /^Without a word: serves/],
  ])('asked to %s what cannot be, says so in a sentence (%s, %s)', async (command, data, what, sentence) => {
    const environment = { DATA_DIR: join(folder, data), PATH: process.env.PATH };
    const run = (...words: string[]) =>
      new Promise<string>((done) => {
        const options = { env: environment, cwd: folder };
        execFile(process.execPath, [resolve(built.program), ...words], options, (_error, _out, said) => done(said));
      });
    if (data === 'is-there') expect(await run('invite', 'member')).toBe('');
    const said = await run(command, what);
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});

const programs = findPostgres();

describe.runIf(programs)('a server process on PostgreSQL', () => {
  let postgres: Postgres;
  let built: Awaited<ReturnType<typeof buildServer>>;
  beforeAll(async () => {
    built = await buildServer();
    postgres = await startPostgres(programs ?? '');
  }, 60_000);
  afterAll(async () => {
    built.remove();
    await postgres.close();
  });

  it('that is killed under load has lost nothing it acknowledged', { timeout: 60_000 }, async () => {
    const so = await killRounds(built.program, { DATABASE_URL: await postgres.createDatabase() }, 3);
    expect(so).toMatchObject({ rounds: 3, lost: 0, doubled: 0 });
  });
});
