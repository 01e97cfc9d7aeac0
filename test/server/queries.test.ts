import { describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { createApp } from '../../src/server/app.ts';
import { assemble } from '../../src/server/assemble.ts';
import { readConfig } from '../../src/server/config.ts';
import { createInvite } from '../../src/server/invite.ts';
import { openInMemory } from '../../src/server/shelf/libsql.ts';
import { shelfOver } from '../../src/server/shelf/open.ts';
import type { Database, Sql } from '../../src/server/shelf/sql.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { aRecord } from './records.ts';

/** A server without a socket whose statements are counted. */
async function startCounted() {
  let count = 0;
  const one = <A extends unknown[], R>(work: (...given: A) => R) => {
    return (...given: A): R => {
      count++;
      return work(...given);
    };
  };
  const counted = <T extends Sql>(sql: T): T => ({
    ...sql,
    all: one(sql.all.bind(sql)) as Sql['all'],
    among: one(sql.among.bind(sql)) as Sql['among'],
    run: one(sql.run.bind(sql)),
    upsert: one(sql.upsert.bind(sql)),
    insert: one(sql.insert.bind(sql)),
  });
  const disk = openInMemory();
  const database: Database = { ...counted(disk), write: (work) => disk.write((sql) => work(counted(sql))) };
  const shelf = await shelfOver(database);
  const config = readConfig({ LOG: 'none', PUSHES_PER_MINUTE: '100000' });
  if (!config.ok) throw new Error(config.failure.detail);
  const publicUrl = () => 'http://server.test';
  const log = { note: () => undefined, problem: () => undefined };
  const given = { config: config.value, shelf, log, site: new Map(), version: 'test', clock: () => 1_000, publicUrl };
  const parts = await assemble(given);
  const app = createApp(parts);
  const team = await shelf.firstTeam({ id: createId(), name: 'Team', epoch: createId(), seq: 0 }, 1);
  const ask = async (path: string, token: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { Authorization: `Bearer ${token}` };
    return app.fetch(new Request(`http://server.test/v1/${path}`, { ...init, headers }));
  };
  const join = async () => {
    const { link } = await createInvite(parts, { team: team.id, by: '', role: 'owner', uses: 1 });
    const read = readInviteLink(link);
    const invite = read.ok ? read.value.invite : '';
    const body = { invite, key: createId(), name: 'Anne', device: { id: 'x', name: 'x' } };
    return ((await (await ask('join', '', body)).json()) as { token: string }).token;
  };
  const costOf = async (work: () => Promise<Response>) => {
    count = 0;
    expect((await work()).status).toBe(200);
    return count;
  };
  return { ask, join, costOf };
}

describe('how often the database is asked', () => {
  const routes: Record<string, (rows: number) => Promise<[string, unknown?]>> = {
    me: async () => ['me'],
    pull: async () => ['pull?limit=500'],
    newest: async () => ['pull?newest=200'],
    'newest with names': async () => ['pull?newest=200&names=1'],
    devices: async () => ['devices'],
    members: async () => ['members'],
    audit: async () => ['audit'],
    export: async () => ['export'],
    sweep: async (rows) => ['sweep', { ids: Array.from({ length: rows }, () => createId()) }],
    push: async (rows) => ['push', { records: await Promise.all(Array.from({ length: rows }, () => aRecord())) }],
  };

  it.each(Object.entries(routes))(
    '%s: as often for a few rows as for hundreds, and at most six times',
    async (_, route) => {
      const { ask, join, costOf } = await startCounted();
      const token = await join();
      const costs: number[] = [];
      for (const rows of [2, 300]) {
        const records = await Promise.all(Array.from({ length: rows }, () => aRecord()));
        expect((await ask('push', token, { records })).status).toBe(200);
        for (let i = 0; i < rows / 10; i++) await join();
        const [path, body] = await route(rows);
        costs.push(await costOf(() => ask(path, token, body)));
      }
      expect(costs[1]).toBe(costs[0]);
      expect(costs[0]).toBeLessThanOrEqual(6);
    },
  );

  it.each([
    ['leave', { records: 'take-back' }],
    ['erase', { name: 'Anne' }],
  ])('%s: as often for who wrote a few as for who wrote hundreds', async (path, body) => {
    const costs: number[] = [];
    for (const rows of [2, 300]) {
      const { ask, join, costOf } = await startCounted();
      const [token] = [await join(), await join()];
      const records = await Promise.all(Array.from({ length: rows }, () => aRecord()));
      expect((await ask('push', token, { records })).status).toBe(200);
      costs.push(await costOf(() => ask(path, token, body)));
    }
    expect(costs[1]).toBe(costs[0]);
  });
});
