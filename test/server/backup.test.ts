import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../src/domain/record.ts';
import { commands } from '../../src/server/commands.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { type Joined, pulledSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';
import { findPostgres, type Postgres, startPostgres } from './shelf/postgres.ts';

function backupWorks(databaseUrl: () => Promise<string>): void {
  let folder: string;
  let server: Running;
  let config: Config;
  let anne: Joined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-backup-'));
    const preset = readConfig({ DATA_DIR: join(folder, 'data'), DATABASE_URL: await databaseUrl() });
    if (!preset.ok) throw new Error(preset.failure.detail);
    config = { ...preset.value, port: 0 };
    server = await startRunning(config);
    anne = await server.join('owner');
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = () => join(folder, 'backup.gz');
  const run = (name: string, about: string) => commands[name]?.(config, about);
  const push = async (who: Joined, note: string) => {
    const record = await aRecord({ body: { created: 1, note } });
    const body = JSON.stringify({ records: [record] });
    expect((await server.ask('/v1/push', { method: 'POST', body, token: who.token })).status).toBe(200);
  };
  const notes = async (who: Joined) => {
    const page = pulledSchema.parse(await (await server.ask('/v1/pull', { token: who.token })).json());
    return page.records.map((record) => (record as { body: { note: string } | null }).body?.note ?? null);
  };
  const restored = async () => {
    await server.close();
    const done = await run('restore', file());
    server = await startRunning(config);
    return done;
  };

  it('is made while the server runs, and gives everything back under a new epoch', async () => {
    for (let i = 0; i < 3; i++) await push(anne, `before ${i}`);
    expect(await run('backup', file())).toMatchObject({ ok: true });
    await push(anne, 'after');
    expect(await restored()).toMatchObject({ ok: true });
    expect(await notes(anne)).toEqual(['before 0', 'before 1', 'before 2']);
    const me = (await (await server.ask('/v1/me', { token: anne.token })).json()) as { epoch: string };
    expect(me.epoch).not.toBe(anne.epoch);
    expect((await server.ask(`/v1/pull?after=${anne.epoch}.3`, { token: anne.token })).status).toBe(409);
    await push(anne, 'goes on');
    expect(await notes(anne)).toHaveLength(4);
  });

  it('does not bring back to life what ended since: tokens, members, invites, the erased', async () => {
    const [ben, cara, dora] = [
      await server.join('member'),
      await server.join('member'),
      await server.join('member', 'Dora'),
    ];
    await push(cara, "Cara's");
    await push(dora, "Dora's");
    await run('backup', file());
    const post = (path: string, body: unknown, { token }: Joined) =>
      server.ask(path, { method: 'POST', body: JSON.stringify(body), token });
    await post('/v1/leave', { records: 'leave' }, ben);
    await post('/v1/members/remove', { member: cara.member.id }, anne);
    await post('/v1/erase', { name: 'Dora' }, dora);
    await restored();
    for (const { token } of [ben, cara, dora]) expect((await server.ask('/v1/me', { token })).status).toBe(401);
    // What was deleted is left out for who begins from nothing.
    expect(await notes(anne)).toEqual(["Cara's"]);
  });

  it('takes back again what was taken back by leaving since, and lets stand what was shared again after that', async () => {
    const [ben, cara] = [await server.join('member', 'Ben'), await server.join('member', 'Cara')];
    const leave = (who: Joined) =>
      server.ask('/v1/leave', { method: 'POST', body: '{"records":"take-back"}', token: who.token });
    await push(cara, 'taken back before');
    await leave(cara);
    const body = JSON.stringify({ role: 'member', uses: 1, member: cara.member.id });
    const invited = await server.ask('/v1/invites', { method: 'POST', body, token: anne.token });
    const again = await server.join('member', 'Cara', ((await invited.json()) as { link: string }).link);
    await push(again, 'shared again');
    await push(ben, 'taken back after');
    await run('backup', file());
    await leave(ben);
    await restored();
    expect((await notes(anne)).filter((note) => note !== null)).toEqual(['shared again']);
  });

  it('takes back again in a later version than any that colleagues may have, and what the backup does not know', async () => {
    const ben = await server.join('member', 'Ben');
    const first = await aRecord({ body: { created: 1, note: 'in the backup' } });
    const later = await aRecord({ id: first.id, n: 7, body: { created: 1, note: 'edited since' } });
    const unknown = await aRecord({ n: 3, body: { created: 1, note: 'written since' } });
    const pushAll = (...records: StoredRecord[]) =>
      server.ask('/v1/push', { method: 'POST', body: JSON.stringify({ records }), token: ben.token });
    await pushAll(first);
    await run('backup', file());
    await pushAll(later, unknown);
    await server.ask('/v1/leave', { method: 'POST', body: '{"records":"take-back"}', token: ben.token });
    await restored();
    const page = pulledSchema.parse(await (await server.ask('/v1/pull', { token: anne.token })).json());
    const stands = new Map(page.records.map((record) => [(record as StoredRecord).id, record as StoredRecord]));
    for (const { id, version } of [later, unknown]) {
      expect(stands.get(id)).toMatchObject({ body: null, version: { n: version.n + 1 } });
    }
  });

  it('erases a member by their id, and says so where there is none', async () => {
    const ben = await server.join('member', 'Ben');
    await push(ben, "Ben's");
    await server.close();
    expect(await run('erase', ben.member.id)).toMatchObject({ ok: true });
    expect(await run('erase', 'nobody')).toMatchObject({ ok: false });
    server = await startRunning(config);
    expect(await notes(anne)).toEqual([]);
  });

  it('invites while the server runs', async () => {
    const invited = await run('invite', 'admin');
    const link = readInviteLink(invited?.ok ? invited.value : '');
    const invite = link.ok ? link.value.invite : '';
    const body = { invite, key: 'k'.repeat(22), name: 'Cara', device: { id: 'x', name: 'x' } };
    const joined = await server.ask('/v1/join', { method: 'POST', body: JSON.stringify(body) });
    expect(await joined.json()).toMatchObject({ member: { name: 'Cara', role: 'admin' }, team: { id: anne.team.id } });
    expect(await run('invite', 'king')).toMatchObject({ ok: false });
  });

  it('leaves everything as it is where the file is not whole', async () => {
    await push(anne, 'stays');
    const head = JSON.stringify({ sidelight: 'backup', schema: 1, at: 1 });
    const wrong: [string, Uint8Array | string][] = [
      ['no gzip', 'hello'],
      ['empty', gzipSync('')],
      ['no backup', gzipSync('{}\n')],
      ['newer', gzipSync('{"sidelight":"backup","schema":999,"at":1}\n')],
      ['damaged', gzipSync(`${head}\n["records",{"team":"x","id":`)],
      ['other tables', gzipSync(`${head}\n["users; drop table teams",{"a":1}]\n`)],
      ['cut off', gzipSync(`${head}\n["teams",${JSON.stringify({ id: 'x'.repeat(9_999) })}]\n`).subarray(0, 60)],
    ];
    await server.close();
    for (const [, bytes] of wrong) {
      writeFileSync(file(), bytes);
      await expect(Promise.resolve(run('restore', file())).then((done) => done?.ok)).resolves.not.toBe(true);
    }
    server = await startRunning(config);
    expect(await notes(anne)).toEqual(['stays']);
  });
}

describe('a backup of SQLite', () => backupWorks(async () => ''));

const programs = findPostgres();
describe.runIf(programs)('a backup of PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
  }, 60_000);
  afterAll(() => postgres.close());
  backupWorks(() => postgres.createDatabase());
});
