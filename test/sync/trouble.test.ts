import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { syncTeam } from '../../src/sync/sync-team.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

/** What the network does with the next requests, one word for each: `ok` passes. */
type Weather = 'ok' | 'lost' | 'answer lost' | 'cut' | 'html' | number;

describe('a network with weather', () => {
  let server: Running;
  let anne: Profile;
  let team: string;
  let weather: Weather[] = [];
  let now = 1_700_000_000_000;

  beforeEach(async () => {
    weather = [];
    server = await startRunning();
    anne = createProfile({
      clock: () => now,
      async fetch(url, init) {
        const kind = weather.shift() ?? 'ok';
        if (kind === 'lost') throw new TypeError('Failed to fetch');
        if (kind === 'html') return new Response('<h1>Welcome to the hotel</h1>', { status: 200 });
        if (typeof kind === 'number') {
          const body = JSON.stringify({ code: kind === 429 ? 'too-many' : 'server-failed', message: '' });
          return new Response(body, { status: kind, headers: kind === 429 ? { 'Retry-After': '120' } : {} });
        }
        const response = await fetch(url, init);
        if (kind === 'answer lost') throw new TypeError('network changed');
        if (kind === 'cut') return new Response((await response.text()).slice(0, -7), { status: response.status });
        return response;
      },
    });
    team = (await anne.join(await server.invite('member', 1), 'Anne')).id;
  });
  afterEach(async () => {
    anne.close();
    await server.stop();
  });

  const onServer = async (): Promise<string> => {
    const ben = await server.join('member', 'Ben');
    return (await server.ask('/v1/pull', { token: ben.token })).text();
  };

  it.each<[Weather, string]>([
    ['lost', 'unreachable'],
    ['answer lost', 'unreachable'],
    ['cut', 'answer-not-understood'],
    ['html', 'answer-not-understood'],
    [500, 'server-failed'],
    [502, 'server-failed'],
    [429, 'too-many'],
  ])('%s is said (%s) and nothing is lost', async (kind, code) => {
    const id = await anne.keep('through the storm');
    await anne.share(id, team);
    weather = [kind];
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: false, failure: { code } });
    expect((await anne.team()).problem?.code).toBe(code);
    expect(await anne.store.strict.outbox.count()).toBe(2);
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true });
    expect((await anne.team()).problem).toBeUndefined();
    expect(await anne.store.strict.outbox.count()).toBe(0);
    expect(await onServer()).toContain('through the storm');
  });

  it('pauses grow with each failure, and an alarm keeps them', async () => {
    const pauses: number[] = [];
    for (let i = 0; i < 10; i++) {
      weather = ['lost'];
      await syncTeam(anne.store, team, anne.deps, 'due');
      now = (await anne.team()).retryAt ?? 0;
      pauses.push(now);
      const before = anne.asked.length;
      now -= 1;
      await syncTeam(anne.store, team, anne.deps, 'due');
      expect(anne.asked.length).toBe(before);
      now += 1;
    }
    const lengths = pauses.slice(1).map((at, i) => at - (pauses[i] ?? 0));
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths.at(-1)).toBe(15 * 60_000);
  });

  it('a server that asks for a longer pause gets it', async () => {
    weather = [429];
    await syncTeam(anne.store, team, anne.deps);
    expect((await anne.team()).retryAt).toBe(now + 120_000);
  });

  it('a first sync that breaks off goes on where it stood', async () => {
    for (let i = 0; i < 620; i++) await anne.share(await anne.keep(`n${i}`), team);
    await syncTeam(anne.store, team, anne.deps);
    const inSmallPages: typeof anne.deps.fetch = (url, init) =>
      anne.deps.fetch(url.replace(/limit=\d+/, 'limit=500'), init);
    const ben = createProfile({ ...anne.deps, fetch: inSmallPages });
    await ben.join(await server.invite('member', 1), 'Ben');
    weather = ['ok', 'ok', 'ok', 'lost'];
    expect(await syncTeam(ben.store, team, ben.deps)).toMatchObject({ ok: false });
    const { cursor } = await ben.team();
    expect(cursor).toMatch(/\.500$/);
    await syncTeam(ben.store, team, ben.deps);
    expect(await ben.notes(team)).toHaveLength(620);
    ben.close();
  }, 60_000);

  it('a record in the feed that is none is left out, and the others come', async () => {
    const inner = anne.deps.fetch;
    const evil = createProfile({
      async fetch(url, init) {
        const response = await inner(url.replace('&form=columns', ''), init);
        if (!url.includes('/v1/pull')) return response;
        const page = (await response.json()) as { records: unknown[] };
        const bad = [null, { id: 7 }, { ...(page.records[0] as object), version: null }];
        return new Response(JSON.stringify({ ...page, records: [...bad, ...page.records] }));
      },
    });
    await anne.share(await anne.keep('good'), team);
    await syncTeam(anne.store, team, anne.deps);
    await evil.join(await server.invite('member', 1), 'Eve');
    expect(await syncTeam(evil.store, team, evil.deps)).toMatchObject({ ok: true });
    expect(await evil.notes(team)).toEqual(['good']);
    evil.close();
  });

  it('a record for which the server refuses a whole push leaves the others in it through', async () => {
    const ids = await Promise.all(Array.from({ length: 9 }, (_, i) => anne.keep(`good ${i}`)));
    for (const id of ids) await anne.share(id, team);
    let deep: JsonObject = {};
    for (let i = 0; i < 70; i++) deep = { deep };
    const spoilt = [ids[2], ids[6]].map((id) => [team, id ?? ''] as [string, string]);
    for (const key of spoilt) await anne.store.strict.records.where('[team+id]').equals(key).modify({ body: deep });
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true });
    expect(await anne.store.strict.outbox.count()).toBe(0);
    const refused = (await anne.rows(team)).filter((row) => row.refused);
    expect(refused.map(({ id }) => id).sort()).toEqual(spoilt.map(([, id]) => id).sort());
    expect(refused.map((row) => row.refused?.code)).toEqual(['too-deep', 'too-deep']);
    const there = await onServer();
    for (const i of [0, 1, 3, 4, 5, 7, 8]) expect(there).toContain(`good ${i}`);
  });

  it('over a line that is too slow for several pushes at once, everything goes up from the second time', async () => {
    let under = 0;
    const inner = anne.deps.fetch;
    const slow: typeof anne.deps = {
      ...anne.deps,
      async fetch(url, init) {
        if (!url.endsWith('/v1/push')) return inner(url, init);
        if (++under > 1) throw new TypeError('It took too long.');
        await new Promise((done) => setTimeout(done, 50));
        const isAlone = under === 1;
        const answer = isAlone ? await inner(url, init) : null;
        under = 0;
        if (!answer) throw new TypeError('It took too long.');
        return answer;
      },
    };
    for (let i = 0; i < 50; i++) await anne.share(await anne.keep(`${i}`.padEnd(50_000, 'x')), team);
    expect(await syncTeam(anne.store, team, slow)).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(await anne.store.strict.outbox.count()).toBeGreaterThan(50);
    expect(await syncTeam(anne.store, team, slow)).toMatchObject({ ok: true });
    expect(await anne.store.strict.outbox.count()).toBe(0);
  });

  it('after the server is replaced by an empty one, everyone starts over and pushes their own again', async () => {
    await anne.share(await anne.keep('still here'), team);
    await syncTeam(anne.store, team, anne.deps);
    const { token, epoch } = await anne.team();
    await server.close();
    await replaceEpoch(server.folder);
    server = await server.restart();
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true });
    expect((await anne.team()).epoch).not.toBe(epoch);
    expect(await (await server.ask('/v1/pull', { token })).text()).toContain('still here');
    expect(await anne.notes(team)).toEqual(['still here']);
  });
});

/** As a restore leaves a database: another epoch, and here nothing of what was pushed since. */
async function replaceEpoch(folder: string): Promise<void> {
  const { openLibsql } = await import('../../src/server/shelf/libsql.ts');
  const database = openLibsql(folder);
  if (!database.ok) throw new Error(database.failure.code);
  await database.value.run("update teams set epoch = 'another', seq = 0, tally = ''");
  await database.value.run('delete from records');
  await database.value.close();
}
