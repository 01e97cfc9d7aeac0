import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncDeps } from '../../src/sync/deps.ts';
import { followTeam } from '../../src/sync/follow.ts';
import { startLive } from '../../src/sync/live.ts';
import { syncTeam } from '../../src/sync/sync-team.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createLocks, createProfile, type Profile } from './profile.ts';

const QUICK = { timeout: 15_000, interval: 10 };

describe('while a page of ours is open', () => {
  let server: Running;
  let anne: Profile;
  let ben: Profile;
  let team: string;
  let stops: (() => void)[];

  beforeEach(async () => {
    server = await startRunning();
    anne = createProfile();
    ben = createProfile();
    team = (await anne.join(await server.invite('owner', 1), 'Anne')).id;
    await ben.join(await server.invite('member', 1), 'Ben');
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) stop();
    anne.close();
    ben.close();
    await server.stop();
  });

  const listen = async (profile: Profile) => {
    stops.push(startLive(profile.store, profile.deps));
    await vi.waitFor(() => expect(profile.asked.some((url) => url.includes('/v1/live'))).toBe(true), QUICK);
    await vi.waitFor(() => expect(server.live()).toBeGreaterThan(0), QUICK);
  };
  const share = async (note: string) => {
    await anne.share(await anne.keep(note), team);
    await syncTeam(anne.store, team, anne.deps);
  };
  const untilBenHas = (...notes: string[]) =>
    vi.waitFor(async () => expect(await ben.notes(team)).toEqual(notes), QUICK);

  it('what a colleague shares arrives by itself, with no further request', async () => {
    await listen(ben);
    const before = ben.asked.length;
    await share('fresh');
    await untilBenHas('fresh');
    await share('fresher');
    await untilBenHas('fresh', 'fresher');
    expect(ben.asked.length).toBe(before);
  });

  it('news from before a sweep are not taken in: they may hold what was deleted until then', async () => {
    await listen(ben);
    const { cursor } = await ben.team();
    await ben.store.strict.teams.update(team, { swept: Number(cursor.split('.')[1]) + 10 });
    const before = ben.asked.length;
    await share('first');
    await untilBenHas('first');
    expect(ben.asked.slice(before).filter((url) => url.includes('/v1/pull'))).not.toEqual([]);
  });

  it('stopping ends the stream on the server too', async () => {
    await listen(ben);
    expect(server.live()).toBe(1);
    for (const stop of stops.splice(0)) stop();
    await vi.waitFor(() => expect(server.live()).toBe(0), QUICK);
  });

  it('two contexts of a profile hold one stream, and the other goes on when the first stops', async () => {
    const locks = createLocks();
    const contexts = [createContext(ben, locks), createContext(ben, locks)];
    for (const { deps } of contexts) stops.push(startLive(ben.store, deps));
    await vi.waitFor(() => expect(server.live()).toBe(1), QUICK);
    stops.shift()?.();
    await share('to the other');
    await untilBenHas('to the other');
    expect(server.live()).toBe(1);
  });

  it('a server that stops and comes back is found again', async () => {
    // However many tries fail until the server stands again: pauses and silences last a twentieth here.
    const wait: SyncDeps['wait'] = (ms, signal) => ben.deps.wait(ms / 20, signal);
    stops.push(startLive(ben.store, { ...ben.deps, wait }));
    await vi.waitFor(() => expect(server.live()).toBe(1), QUICK);
    server = await server.restart();
    await share('after the pause');
    await untilBenHas('after the pause');
  });

  it('a token that ends closes the stream at once and says so', async () => {
    await listen(ben);
    const { token } = await ben.team();
    await server.ask('/v1/leave', { method: 'POST', body: '{"records":"leave"}', token });
    await vi.waitFor(async () => expect((await ben.team()).problem?.code).toBe('ended'), QUICK);
    expect(server.live()).toBe(0);
  });

  it('a team joined later is followed, one that was left is not', async () => {
    const cara = createProfile();
    stops.push(startLive(cara.store, cara.deps));
    await cara.join(await server.invite('member', 1), 'Cara');
    await vi.waitFor(() => expect(server.live()).toBe(1), QUICK);
    await cara.store.strict.teams.clear();
    await vi.waitFor(() => expect(server.live()).toBe(0), QUICK);
    cara.close();
  });

  it('told to stop during the exchange before, it listens to nothing', async () => {
    const stop = new AbortController();
    const fetchAndStop: SyncDeps['fetch'] = (url, init) => {
      stop.abort();
      return ben.deps.fetch(url, init);
    };
    await followTeam(ben.store, team, { ...ben.deps, fetch: fetchAndStop }, stop.signal);
    expect(ben.asked.filter((url) => url.includes('/v1/pull'))).not.toEqual([]);
    expect(ben.asked.filter((url) => url.includes('/v1/live'))).toEqual([]);
  });

  it('a stream that has fallen silent is given up, though the clock stands still', async () => {
    const stop = new AbortController();
    let begun = 0;
    const silentUntil = (signal: AbortSignal | null | undefined) =>
      new Response(
        new ReadableStream({ start: (body) => signal?.addEventListener('abort', () => body.error('gone')) }),
      );
    const fetch: SyncDeps['fetch'] = async (url, init) => {
      if (!url.includes('/v1/live')) return ben.deps.fetch(url, init);
      if (++begun === 1) return silentUntil(init.signal);
      stop.abort();
      throw new TypeError('aborted');
    };
    const wait: SyncDeps['wait'] = (ms, signal) => ben.deps.wait(ms / 1_000, signal);
    await followTeam(ben.store, team, { ...ben.deps, fetch, wait, clock: () => 0 }, stop.signal);
    expect(begun).toBe(2);
  });
});

/** One more context of the same profile: the same store and locks, a page of its own. */
const createContext = (profile: Profile, locks: ReturnType<typeof createLocks>) => ({
  deps: { ...profile.deps, locks },
});
