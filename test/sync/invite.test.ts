import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInvite } from '../../src/sync/invite.ts';
import { joinTeam } from '../../src/sync/join.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

describe('inviting', () => {
  let server: Running;
  let anne: Profile;
  let ben: Profile;
  let team: string;

  beforeEach(async () => {
    server = await startRunning();
    anne = createProfile();
    ben = createProfile();
    team = (await anne.join((await server.ownerLink()) ?? '', 'Anne')).id;
  });
  afterEach(async () => {
    anne.close();
    ben.close();
    await server.stop();
  });

  const invite = (profile: Profile) => makeInvite(profile.store, team, { role: 'member', uses: 1 }, profile.deps);

  it('an owner makes a link that a colleague joins with, and both requests stand in the ledger', async () => {
    const invited = await invite(anne);
    if (!invited.ok) throw new Error(invited.failure.code);
    expect((await ben.join(invited.value.link, 'Ben')).id).toBe(team);
    const paths = (await anne.store.strict.ledger.toArray()).map(({ path }) => path);
    expect(paths).toEqual(['/v1/join', '/v1/invites']);
  });

  it('a member may not, and is told so', async () => {
    await ben.join(await server.invite('member', 1), 'Ben');
    expect(await invite(ben)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });

  it('without the team there is nothing to invite to', async () => {
    expect(await invite(ben)).toEqual({ ok: false, failure: { code: 'no-team' } });
  });

  it('a link to a team that one is in changes nothing and uses nothing up', async () => {
    const link = await server.invite('member', 1);
    const before = await anne.store.strict.teams.toArray();
    const again = await joinTeam(anne.store, { link, name: 'Anne' }, anne.deps);
    expect(again).toMatchObject({ ok: false, failure: { code: 'already-joined' } });
    expect(await anne.store.strict.teams.toArray()).toEqual(before);
    expect((await ben.join(link, 'Ben')).id).toBe(team);
  });
});
