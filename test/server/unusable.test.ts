import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeBackup } from '../../src/server/backup/write-backup.ts';
import { readConfig } from '../../src/server/config.ts';
import { reasonOf } from '../../src/server/reason.ts';
import { openBesideServer, openShelf, openToRead } from '../../src/server/shelf/open.ts';
import { startServer } from '../../src/server/start.ts';

it('a damaged file is refused with what is wrong, and left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-damaged-'));
  const file = join(folder, 'sidelight.db');
  const damage = 'This was a database once. '.repeat(1_000);
  writeFileSync(file, damage);
  const opened = await openShelf({ databaseUrl: '', folder });
  expect(opened).toMatchObject({
    ok: false,
    failure: { code: 'database-unusable', detail: expect.stringMatching(/\w/) },
  });
  expect(readFileSync(file, 'utf8')).toBe(damage);
  rmSync(folder, { recursive: true });
});

it('a PostgreSQL that nobody answers for is refused with where it was looked for', async () => {
  const opened = await openShelf({ databaseUrl: 'postgres://somebody:secret@127.0.0.1:9/team', folder: '' });
  expect(opened).toMatchObject({
    ok: false,
    failure: { code: 'database-unusable', detail: expect.stringContaining('127.0.0.1:9') },
  });
  expect(JSON.stringify(opened)).not.toContain('secret');
});

it('a database that a newer version has changed is not ready for whoever still runs, and refused to who starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-newer-'));
  const where = { databaseUrl: '', folder };
  const opened = await openShelf(where);
  if (!opened.ok) throw new Error(opened.failure.code);
  await expect(opened.value.ready()).resolves.toBeUndefined();
  const newer = openBesideServer(where);
  await newer.run('update sidelight_schema set version = version + 1');
  await newer.close();
  await expect(opened.value.ready()).rejects.toThrow('newer Sidelight');
  await opened.value.close();
  expect(await openShelf(where)).toMatchObject({
    failure: { code: 'database-unusable', detail: expect.stringMatching(/Start that version$/) },
  });
  // A backup would be without what that version keeps beside. By its code a command knows that this is to be said, not to be traced.
  const read = openToRead(where);
  const newerDatabase = { code: 'newer-database', message: expect.stringContaining('newer Sidelight') };
  await expect(writeBackup(read, join(folder, 'backup'), 1)).rejects.toMatchObject(newerDatabase);
  await read.close();
  expect(readdirSync(folder)).not.toContain('backup');
  rmSync(folder, { recursive: true });
});

it('an address at which nobody can listen is refused with what the system said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-nowhere-'));
  // A network for examples, which no machine is in.
  const config = readConfig({ HOST: '192.0.2.1', PORT: '0', DATA_DIR: folder, LOG: 'none' });
  if (!config.ok) throw new Error(config.failure.detail);
  expect(await startServer(config.value, { site: folder, version: 'test' })).toMatchObject({
    ok: false,
    failure: { code: 'cannot-listen', detail: expect.stringContaining('192.0.2.1') },
  });
  rmSync(folder, { recursive: true });
});

it('says the first of many reasons where a name has many addresses, as "localhost" has', () => {
  const [six, four] = [new Error('connect ECONNREFUSED ::1:5432'), new Error('connect ECONNREFUSED 127.0.0.1:5432')];
  expect(reasonOf(new AggregateError([six, four]))).toBe('connect ECONNREFUSED ::1:5432');
});
