import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBesideServer, openShelf } from '../../src/server/shelf/open.ts';

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
    failure: { code: 'database-unusable', detail: expect.stringContaining('Start that version.') },
  });
  rmSync(folder, { recursive: true });
});
