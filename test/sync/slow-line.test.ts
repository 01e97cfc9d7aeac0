import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { keep } from '../../src/store/keep.ts';
import { BY_KEY } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { syncTeam } from '../../src/sync/sync-team.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

const KB = 1024;
const SILENCE_MS = 30_000;

describe('a line that is slow', () => {
  let server: Running;
  let anne: Profile;
  let team: string;
  let now: number;
  /** How many bytes of a push come through in a second, and what each push had. */
  let bytesPerSecond: number;
  let pushes: { bytes: number; records: number; isLate: boolean }[];

  beforeEach(async () => {
    now = 1_700_000_000_000;
    bytesPerSecond = Number.POSITIVE_INFINITY;
    pushes = [];
    let giveUp: () => void = () => undefined;
    server = await startRunning();
    anne = createProfile({
      clock: () => now,
      // Time passes only while something travels; who waits for longer than that waits until it is given up.
      wait: (_, signal) =>
        new Promise((resolve) => {
          giveUp = resolve;
          signal?.addEventListener('abort', () => resolve());
        }),
      async fetch(url, init) {
        if (!url.endsWith('/v1/push')) return fetch(url, init);
        const body = init.body as Uint8Array<ArrayBuffer>;
        const isPacked = new Headers(init.headers).get('content-encoding') === 'gzip';
        const text = Buffer.from(isPacked ? gunzipSync(body) : body).toString();
        const took = (text.length / bytesPerSecond) * 1_000;
        const isLate = took > SILENCE_MS;
        now += Math.min(took, SILENCE_MS);
        pushes.push({ bytes: text.length, records: JSON.parse(text).records.length, isLate });
        if (!isLate) return fetch(url, init);
        giveUp();
        return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
      },
    });
    team = (await anne.join(await server.invite('member', 1), 'Anne')).id;
    await syncTeam(anne.store, team, anne.deps);
    pushes = [];
  });
  afterEach(async () => {
    anne.close();
    await server.stop();
  });

  const shareMany = async (count: number, letters: number) => {
    for (let i = 0; i < count; i++) {
      const [id, body] = [createId(), { created: 1, note: `${i} `.padEnd(letters, 'word ') }];
      await keep(anne.store, { id, kind: 'lesson', body }, anne.deps.clock);
      await share(anne.store, id, team, body, anne.deps.clock);
    }
  };

  it('gets pushes so small that they come through, and larger ones where they do', async () => {
    await shareMany(60, 20 * KB);
    bytesPerSecond = 8 * KB;
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true, value: { pushed: 60 } });
    expect(await anne.store.strict.outbox.count()).toBe(0);
    const late = pushes.filter(({ isLate }) => isLate);
    const through = pushes.filter(({ isLate }) => !isLate);
    // The first ones, which were under way at once; what a quarter of that has comes through.
    expect(late.length).toBeLessThanOrEqual(2);
    expect(Math.max(...through.map(({ bytes }) => bytes))).toBeGreaterThan(100 * KB);
    expect(through.reduce((all, { records }) => all + records, 0)).toBe(60);
  });

  it('does not keep pushes small when it is quick again', async () => {
    await anne.store.strict.teams.update(team, { misses: 9 });
    await shareMany(60, 20 * KB);
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true, value: { pushed: 60 } });
    const [first] = pushes;
    expect(first?.bytes).toBeLessThan(40 * KB);
    expect(Math.max(...pushes.map(({ bytes }) => bytes))).toBeGreaterThan(500 * KB);
  });

  it('that carries nothing is given up, and nothing is lost', async () => {
    await shareMany(5, 20 * KB);
    bytesPerSecond = 1;
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(pushes.length).toBeLessThan(4);
    expect(await anne.store.strict.outbox.count()).toBe(5);
  });

  it('is not what decides how much is read: no more than is sent', async () => {
    await shareMany(120, 60 * KB);
    let read = 0;
    const where = anne.store.strict.records.where.bind(anne.store.strict.records);
    Object.assign(anne.store.strict.records, {
      where: (index: string) => {
        if (pushes.length === 0 && index === BY_KEY) read++;
        return where(index);
      },
    });
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true, value: { pushed: 120 } });
    expect(read).toBeLessThanOrEqual(100);
    expect(pushes.length).toBeGreaterThanOrEqual(7);
  });

  /** A lesson of so many letters whose id comes first in the outbox, or last. */
  const shareOne = async (letters: number, at: 'first' | 'last') => {
    const id = (at === 'first' ? '-----' : 'zzzzz') + createId().slice(5);
    const body = { created: 1, note: ''.padEnd(letters, 'word ') };
    await keep(anne.store, { id, kind: 'lesson', body }, anne.deps.clock);
    await share(anne.store, id, team, body, anne.deps.clock);
    return id;
  };
  const stillWaiting = async () => (await anne.store.strict.outbox.toArray()).map(({ id }) => id).sort();

  it('does not let what is too large for it hold up the others, nor what comes down, in any exchange', async () => {
    const [one, other] = [await shareOne(60 * KB, 'first'), await shareOne(50 * KB, 'first')];
    bytesPerSecond = KB;
    for (let i = 0; i < 2; i++) {
      await shareMany(5, 20 * KB);
      const cursor = (await anne.team()).cursor;
      expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({
        ok: false,
        failure: { code: 'unreachable' },
      });
      expect(await stillWaiting()).toEqual([one, other].sort());
      expect((await anne.team()).cursor).not.toBe(cursor);
    }
    bytesPerSecond = 8 * KB;
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true, value: { pushed: 2 } });
  });

  it('is tried with what is larger too where something came through', async () => {
    const small = await shareOne(20 * KB, 'first');
    await shareOne(25 * KB, 'last');
    await shareMany(3, KB);
    const through = anne.deps.fetch;
    // All of them together, then the first one alone.
    anne.deps.fetch = (url, init) => {
      bytesPerSecond = pushes.length < 2 ? 1 : 8 * KB;
      return through(url, init);
    };
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(await stillWaiting()).toEqual([small]);
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true, value: { pushed: 1 } });
  });

  it('is given up after a few records that are late alone, each smaller than the one before', async () => {
    for (let i = 0; i < 9; i++) await shareOne((60 - i * 4) * KB, 'first');
    bytesPerSecond = 1;
    await anne.store.strict.teams.update(team, { misses: 9 });
    expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(pushes.length).toBeLessThanOrEqual(4);
    expect((await stillWaiting()).length).toBe(9);
  });
});
