import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { finishRemovals, remove } from '../../src/store/remove.ts';
import { unshare } from '../../src/store/share.ts';
import { leaveTeam } from '../../src/sync/leave.ts';
import { syncAll } from '../../src/sync/sync-all.ts';
import { syncTeam } from '../../src/sync/sync-team.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

describe('two people and a server', () => {
  let server: Running;
  let anne: Profile;
  let ben: Profile;
  let team: string;

  beforeEach(async () => {
    server = await startRunning();
    anne = createProfile();
    ben = createProfile();
    const joined = await anne.join((await server.ownerLink()) ?? '', 'Anne');
    team = joined.id;
    await ben.join(await server.invite('member', 1), 'Ben');
  });
  afterEach(async () => {
    anne.close();
    ben.close();
    await server.stop();
  });

  const sync = async (...profiles: Profile[]) => {
    for (const one of profiles) {
      const result = await syncTeam(one.store, team, one.deps);
      if (!result.ok) throw new Error(result.failure.code);
    }
  };
  const shared = async (note: string) => {
    const id = await anne.keep(note);
    await anne.share(id, team);
    await sync(anne, ben);
    return id;
  };

  it('a shared lesson arrives, and one kept to oneself never leaves', async () => {
    await anne.keep('only mine');
    await shared('for us');
    expect(await ben.notes(team)).toEqual(['for us']);
    const everything = JSON.stringify(await (await server.ask('/v1/pull', { token: (await ben.team()).token })).json());
    expect(everything).toContain('for us');
    expect(everything).not.toContain('only mine');
  });

  it('names come with the profiles that joining shares', async () => {
    await sync(anne, ben, anne);
    const names = (await anne.rows(team)).filter((row) => row.kind === 'profile').map((row) => row.body?.name);
    expect(names.sort()).toEqual(['Anne', 'Ben']);
  });

  it('a lesson taken back is gone there and still here, and can be shared again', async () => {
    const id = await shared('for a while');
    await unshare(anne.store, [team, id], anne.deps.clock);
    await sync(anne, ben);
    expect(await ben.notes(team)).toEqual([]);
    expect(await anne.notes('')).toEqual(['for a while']);
    await anne.share(id, team);
    await sync(anne, ben);
    expect(await ben.notes(team)).toEqual(['for a while']);
    expect(await anne.notes('')).toEqual([]);
  });

  it('a deletion goes out when its undo has passed, and is final', async () => {
    const id = await shared('wrong');
    await remove(anne.store, [[team, id]], 10_000, anne.deps.clock);
    await sync(anne, ben);
    expect(await ben.notes(team)).toEqual(['wrong']);
    await finishRemovals(anne.store, () => Date.now() + 20_000);
    await sync(anne, ben);
    expect(await ben.notes(team)).toEqual([]);
    expect((await ben.rows(team)).find((row) => row.id === id)?.deleted).toBe(true);
  });

  it('syncing again carries nothing and changes nothing', async () => {
    await shared('once');
    const before = await ben.rows(team);
    const result = await syncTeam(ben.store, team, ben.deps);
    expect(result).toEqual({ ok: true, value: { pushed: 0, taken: 0 } });
    expect(await ben.rows(team)).toEqual(before);
  });

  it('an outbox that is sent twice is one record', async () => {
    const id = await anne.keep('twice');
    await anne.share(id, team);
    const outbox = await anne.store.strict.outbox.toArray();
    await sync(anne);
    await anne.store.strict.outbox.bulkPut(outbox);
    await sync(anne, ben);
    expect((await ben.rows(team)).filter((row) => row.id === id)).toHaveLength(1);
    expect(await anne.store.strict.outbox.count()).toBe(0);
  });

  it('more than one push and one page goes through whole', async () => {
    for (let i = 0; i < 1_203; i++) {
      const id = await anne.keep(`n${i}`);
      await anne.share(id, team);
    }
    await sync(anne, ben);
    expect(await ben.notes(team)).toHaveLength(1_203);
    const pulls = ben.asked.filter((url) => url.includes('/v1/pull'));
    expect(pulls[0]).toContain('newest=200');
    expect(pulls.length).toBeLessThanOrEqual(5);
  }, 60_000);

  it('who joins late finds the newest of equals first, as whoever was there all along', async () => {
    await sync(ben);
    const standUp = async (from: number, to: number) => {
      for (let i = from; i < to; i++) await anne.share(await anne.keep(`standup ${i}`), team);
      await sync(anne, ben);
    };
    // What is sent together comes in any order.
    await standUp(0, 60);
    await standUp(60, 250);
    for (let i = 250; i < 260; i++) await standUp(i, i + 1);
    const cleo = createProfile();
    await cleo.join(await server.invite('member', 1), 'Cleo');
    const result = await syncTeam(cleo.store, team, cleo.deps);
    const there = (await cleo.rows(team)).length;
    expect(result).toEqual({ ok: true, value: { pushed: 1, taken: there - 1 } });
    // The line breaks between two pages, or the browser is closed.
    let pages = 0;
    const dora = createProfile({
      fetch: (url, init) => {
        if (url.includes('limit=') && ++pages === 2) throw new TypeError('Failed to fetch');
        return fetch(url.replace(/limit=\d+/, 'limit=100'), init);
      },
    });
    await dora.join(await server.invite('member', 1), 'Dora');
    expect(await syncTeam(dora.store, team, dora.deps)).toMatchObject({ ok: false });
    expect((await dora.team()).cursor).not.toBe('');
    expect(await syncTeam(dora.store, team, dora.deps)).toMatchObject({ ok: true });
    const expected = Array.from({ length: 10 }, (_, i) => `standup ${259 - i}`);
    for (const one of [cleo, ben, dora]) {
      const { hits } = await find(one.store.relaxed, 'standup', { limit: 10 });
      expect(hits.map(({ record }) => record.kind === 'lesson' && record.body.note)).toEqual(expected);
    }
    cleo.close();
    dora.close();
  }, 60_000);

  it('who joins late finds the newest of equals first, though it was cut short between two pages', async () => {
    for (let i = 0; i < 60; i++) {
      await anne.share(await anne.keep(`standup ${i}`), team);
      if (i % 10 === 9) await sync(anne);
    }
    // So many pages come before the line breaks.
    let left = 0;
    const cleo = createProfile({
      fetch: (url, init) => {
        if (url.includes('limit=') && left-- <= 0) return Promise.reject(new TypeError('offline'));
        return fetch(url.replace(/limit=\d+/, 'limit=20'), init);
      },
    });
    await cleo.join(await server.invite('member', 1), 'Cleo');
    const found = async () => {
      const { hits } = await find(cleo.store.relaxed, 'standup', { limit: 30 });
      const days = hits.map(({ record }) => Number(record.kind === 'lesson' && record.body.note?.slice(8)));
      // What is sent together comes in any order.
      return days.map((one) => Math.floor(one / 10));
    };
    const expected = Array.from({ length: 30 }, (_, i) => 5 - Math.floor(i / 10));
    expect((await syncTeam(cleo.store, team, cleo.deps)).ok).toBe(false);
    expect(await found()).toEqual(expected);
    left = 1;
    expect((await syncTeam(cleo.store, team, cleo.deps)).ok).toBe(false);
    expect((await cleo.team()).cursor).not.toBe('');
    left = 10;
    await sync(cleo);
    expect(await found()).toEqual(expected);
    cleo.close();
  }, 60_000);

  it('a record the server refuses says why, and does not hold up the others', async () => {
    const theirs = await shared("Anne's own");
    const [row] = (await ben.rows(team)).filter(({ id }) => id === theirs);
    if (!row) throw new Error('not there');
    const version = { ...row.version, n: row.version.n + 1 };
    await ben.store.strict.records.put({ ...row, mine: 1, version });
    await ben.store.strict.outbox.put({ team, id: theirs, version, notBefore: 0 });
    const own = await ben.keep('good');
    await ben.share(own, team);
    await sync(ben, anne);
    expect(await anne.notes(team)).toEqual(["Anne's own", 'good']);
    expect((await rowAt(ben.store.strict, [team, theirs]))?.refused).toEqual({ code: 'not-yours' });
    expect(await ben.store.strict.outbox.count()).toBe(0);
  });

  it('a reader reads; what they share is refused with the reason', async () => {
    const rita = createProfile();
    await rita.join(await server.invite('reader', 1), 'Rita');
    // As on a device that has not heard yet that its member may only read.
    await rita.store.strict.teams.update(team, { 'member.role': 'member' });
    const id = await rita.keep('may I?');
    await rita.share(id, team);
    await shared('for all');
    await sync(rita);
    expect(await rita.notes(team)).toContain('for all');
    expect((await rowAt(rita.store.strict, [team, id]))?.refused).toEqual({ code: 'not-allowed' });
    rita.close();
  });

  it('a role that was changed is known with the next exchange', async () => {
    const [owner, { member }] = [await anne.team(), await ben.team()];
    const body = JSON.stringify({ member: member.id, role: 'reader' });
    await server.ask('/v1/members/role', { method: 'POST', body, token: owner.token });
    await sync(ben);
    expect((await ben.team()).member.role).toBe('reader');
  });

  it('leaving keeps what is mine and drops what is theirs; my tips stay with them', async () => {
    await shared('mine');
    expect(await leaveTeam(anne.store, team, 'leave', anne.deps)).toMatchObject({ ok: true });
    expect(await anne.notes('')).toEqual(['mine']);
    expect(await anne.store.strict.teams.count()).toBe(0);
    expect(await anne.rows(team)).toEqual([]);
    await sync(ben);
    expect(await ben.notes(team)).toEqual(['mine']);
  });

  it('leaving and taking back takes it back there and keeps it here', async () => {
    await shared('mine');
    expect(await leaveTeam(anne.store, team, 'take-back', anne.deps)).toMatchObject({ ok: true });
    expect(await anne.notes('')).toEqual(['mine']);
    await sync(ben);
    expect(await ben.notes(team)).toEqual([]);
  });

  it('whoever was sent away meanwhile is not told that anything was taken back', async () => {
    await shared('stays there');
    await sync(ben);
    const { token } = await anne.team();
    await server.ask('/v1/leave', { method: 'POST', body: '{"records":"leave"}', token });
    const left = await leaveTeam(anne.store, team, 'take-back', anne.deps);
    expect(left).toMatchObject({ ok: false, failure: { code: 'ended' } });
    expect(await anne.notes('')).toEqual(['stays there']);
    expect(await leaveTeam(anne.store, team, 'leave', anne.deps)).toMatchObject({ ok: true });
    expect(await anne.store.strict.teams.count()).toBe(0);
  });

  it('a token that ended is said, what one wrote is kept, what others shared goes, and the server is left alone', async () => {
    await shared('seen by Ben');
    await sync(ben);
    expect(await ben.notes(team)).toEqual(['seen by Ben']);
    const { token } = await ben.team();
    await server.ask('/v1/leave', { method: 'POST', body: '{"records":"leave"}', token });
    const id = await ben.keep('too late');
    await ben.share(id, team);
    expect(await syncTeam(ben.store, team, ben.deps)).toMatchObject({ ok: false, failure: { code: 'ended' } });
    expect((await ben.team()).problem?.code).toBe('ended');
    expect(await ben.notes(team)).toEqual([]);
    expect(await ben.notes('')).toEqual(['too late']);
    const before = ben.asked.length;
    await syncAll(ben.store, ben.deps);
    expect(ben.asked.length).toBe(before);
  });

  it('an asking to join that comes twice leaves the token good that was given first', async () => {
    const cara = createProfile({
      async fetch(url, init) {
        const response = await fetch(url, init);
        if (url.endsWith('/v1/join')) await fetch(url, init);
        return response;
      },
    });
    await cara.join(await server.invite('member', 1), 'Cara');
    await sync(cara);
    cara.close();
  });

  it('joining again after a lost answer joins once', async () => {
    let isLost = true;
    const cara = createProfile({
      async fetch(url, init) {
        const response = await fetch(url, init);
        if (isLost) throw new TypeError('lost');
        return response;
      },
    });
    const link = await server.invite('member', 1);
    await expect(cara.join(link, 'Cara')).rejects.toThrow('unreachable');
    isLost = false;
    const row = await cara.join(link, 'Cara');
    expect(row.member.name).toBe('Cara');
    await sync(cara);
    cara.close();
  });

  it('two contexts that sync at once send each record once', async () => {
    const id = await anne.keep('once');
    await anne.share(id, team);
    await Promise.all([1, 2, 3].map(() => syncTeam(anne.store, team, anne.deps)));
    const carried = (await anne.ledger()).filter((row) => row.path === '/v1/push').map((row) => row.records);
    expect(carried.reduce((a, b) => a + b, 0)).toBe(2);
  });

  it('the ledger says what each request carried, never with a token or an invite', async () => {
    await shared('for us');
    const ledger = await anne.ledger();
    expect(ledger.map((row) => row.path.split('?')[0])).toEqual(['/v1/join', '/v1/pull', '/v1/push', '/v1/pull']);
    for (const row of ledger) expect(row).toMatchObject({ status: 200 });
    expect(ledger[2]).toMatchObject({ method: 'POST', records: 2, team });
    expect(ledger[2]?.sent).toBeGreaterThan(0);
    expect(JSON.stringify(ledger)).not.toMatch(/sl[ti]_/);
  });
});

describe('without a team', () => {
  it('there is no request at all', async () => {
    const alone = createProfile();
    await alone.keep('mine');
    expect((await syncAll(alone.store, alone.deps)).size).toBe(0);
    expect(alone.asked).toEqual([]);
    alone.close();
  });

  it.each([
    ['https://team.example/join', 'not-an-invite'],
    ['not a link', 'not-an-invite'],
    ['javascript:alert(1)//join#sli_aaaaaaaaaaaaaaaaaaaaaaaa', 'not-an-invite'],
    ['http://127.0.0.1:1/join#sli_aaaaaaaaaaaaaaaaaaaaaaaa', 'unreachable'],
  ])('%s cannot be joined: %s', async (link, code) => {
    const alone = createProfile();
    await expect(alone.join(link, 'Anne')).rejects.toThrow(code);
    expect(await alone.store.strict.teams.count()).toBe(0);
    alone.close();
  });
});
