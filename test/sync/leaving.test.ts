import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveTeam } from '../../src/sync/leave.ts';
import { syncTeam } from '../../src/sync/sync-team.ts';
import type { Joined } from '../../src/wire/sync.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

describe('leaving a team', () => {
  let server: Running;
  let ben: Joined;
  let anne: Profile;
  let team: string;
  /** What becomes of what is asked of /v1/leave, one word for each; then it comes through. */
  let fates: ('lost' | 'answer lost' | 'worker killed' | 'worker killed before')[];

  beforeEach(async () => {
    fates = [];
    server = await startRunning();
    ben = await server.join('owner', 'Ben');
    anne = createProfile({
      async fetch(url, init) {
        const fate = url.endsWith('/v1/leave') ? fates.shift() : undefined;
        if (fate === 'lost') throw new TypeError('Failed to fetch');
        if (fate === 'worker killed before') return new Promise<Response>(() => undefined);
        const response = await fetch(url, init);
        if (fate === 'answer lost') throw new TypeError('network changed');
        // Nothing that was to come after the answer is done.
        return fate === 'worker killed' ? new Promise<Response>(() => undefined) : response;
      },
    });
    team = (await anne.join(await server.invite('member', 1), 'Anne')).id;
    await anne.share(await anne.keep('mine'), team);
    await syncTeam(anne.store, team, anne.deps);
  });
  afterEach(async () => {
    anne.close();
    await server.stop();
  });

  const seenByBen = async (): Promise<string> => (await server.ask('/v1/pull', { token: ben.token })).text();
  const hasLeft = async () => {
    expect(await anne.store.strict.teams.toArray()).toEqual([]);
    expect((await anne.rows('')).map(({ body }) => body?.note)).toEqual(['mine']);
    expect(await anne.rows(team)).toEqual([]);
  };
  const sync = () => syncTeam(anne.store, team, { ...anne.deps, locks: { request: (_name, _how, work) => work() } });

  it('with everything taken back, and the answer lost, ends as having left when it is asked again', async () => {
    fates = ['answer lost'];
    const first = await leaveTeam(anne.store, team, 'take-back', anne.deps);
    expect(first).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(await leaveTeam(anne.store, team, 'take-back', anne.deps)).toEqual({ ok: true, value: null });
    await hasLeft();
    expect(await seenByBen()).not.toContain('mine');
  });

  it('with everything taken back, and the answer lost, ends as having left with the next exchange', async () => {
    fates = ['answer lost'];
    await leaveTeam(anne.store, team, 'take-back', anne.deps);
    expect(await sync()).toMatchObject({ ok: false, failure: { code: 'no-team' } });
    await hasLeft();
  });

  it.each(['take-back', 'leave'] as const)('(%s) ends so where the worker was killed over it', async (records) => {
    fates = ['worker killed'];
    void leaveTeam(anne.store, team, records, anne.deps);
    const isOver = async () => (await server.ask('/v1/members', { token: ben.token })).text();
    await expect.poll(async () => JSON.parse(await isOver()).members.at(-1)?.devices).toBe(0);
    expect(await sync()).toMatchObject({ ok: false, failure: { code: 'no-team' } });
    await hasLeft();
  });

  it('is done with the next exchange where the worker was killed before the server was asked', async () => {
    fates = ['worker killed before'];
    void leaveTeam(anne.store, team, 'leave', anne.deps);
    await expect.poll(async () => (await anne.team()).leaving).toBe('leave');
    expect(await sync()).toMatchObject({ ok: false, failure: { code: 'no-team' } });
    await hasLeft();
    const members = await (await server.ask('/v1/members', { token: ben.token })).json();
    expect((members as { members: { devices: number }[] }).members.at(-1)?.devices).toBe(0);
    // Their tips were to stay.
    expect(await seenByBen()).toContain('mine');
  });

  it('takes nobody the name who is still there with another device, or comes again', async () => {
    const { member } = await anne.team();
    const invite = async () => {
      const body = JSON.stringify({ role: 'member', uses: 1, member: member.id });
      const invited = await server.ask('/v1/invites', { method: 'POST', body, token: ben.token });
      return ((await invited.json()) as { link: string }).link;
    };
    const other = createProfile();
    await other.join(await invite(), 'Anne');
    const all = () => syncTeam(other.store, team, other.deps);
    await all();
    expect(await leaveTeam(anne.store, team, 'take-back', anne.deps)).toMatchObject({ ok: true });
    // The first hears that the name is gone, the second says it again.
    for (let i = 0; i < 2; i++) expect(await all()).toMatchObject({ ok: true });
    expect(await seenByBen()).toContain('"name":"Anne"');
    await leaveTeam(other.store, team, 'take-back', other.deps);
    expect(await seenByBen()).not.toContain('"name":"Anne"');
    await anne.join(await invite(), 'Anne');
    for (let i = 0; i < 2; i++) expect(await syncTeam(anne.store, team, anne.deps)).toMatchObject({ ok: true });
    expect(await seenByBen()).toContain('"name":"Anne"');
    other.close();
  });

  it('is not said of who was removed meanwhile: nothing was taken back', async () => {
    fates = ['lost'];
    await leaveTeam(anne.store, team, 'take-back', anne.deps);
    const member = (await anne.team()).member.id;
    const body = JSON.stringify({ member });
    expect((await server.ask('/v1/members/remove', { method: 'POST', body, token: ben.token })).status).toBe(200);
    expect(await sync()).toMatchObject({ ok: false, failure: { code: 'ended' } });
    expect((await anne.team()).problem?.code).toBe('ended');
    expect(await seenByBen()).toContain('mine');
  });

  it('that was never heard leaves everything as it was', async () => {
    fates = ['lost'];
    await leaveTeam(anne.store, team, 'take-back', anne.deps);
    expect(await sync()).toMatchObject({ ok: true });
    expect(await seenByBen()).toContain('mine');
    expect(await leaveTeam(anne.store, team, 'take-back', anne.deps)).toEqual({ ok: true, value: null });
    await hasLeft();
    expect(await seenByBen()).not.toContain('mine');
  });
});
