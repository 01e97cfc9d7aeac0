import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { auditSchema, devicesSchema, exportedSchema, invitedSchema, membersSchema } from '../../src/wire/people.ts';
import { type Joined, joinedSchema, pulledSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';

describe('looking after a team', () => {
  let server: Running;
  let owner: Joined;
  beforeEach(async () => {
    server = await startRunning({ metricsToken: 'for-prometheus' });
    owner = await server.join('owner');
  });
  afterEach(() => server.stop());

  const post = (path: string, body: unknown, { token }: Joined) =>
    server.ask(path, { method: 'POST', body: JSON.stringify(body), token });
  const get = async (path: string, { token }: Joined) => (await server.ask(path, { token })).json();
  const joinWith = async (link: string, name: string) => {
    const read = readInviteLink(link);
    if (!read.ok) throw new Error(read.failure.code);
    const body = { invite: read.value.invite, key: createId(), name, device: { id: createId(), name: 'Phone' } };
    const response = await server.ask('/v1/join', { method: 'POST', body: JSON.stringify(body) });
    return joinedSchema.parse(await response.json());
  };
  const addDeviceFor = async (member: string, by: Joined) =>
    invitedSchema.parse(await (await post('/v1/invites', { role: 'member', uses: 1, member }, by)).json()).link;

  it('one adds another device, sees both, and ends one, whose token is gone', async () => {
    const first = await server.join('reader', 'Rita');
    const second = await joinWith(await addDeviceFor(first.member.id, first), 'ignored');
    expect(second.member).toEqual(first.member);
    const { devices } = devicesSchema.parse(await get('/v1/devices', first));
    expect(devices.map(({ name, isThis }) => [name, isThis]).sort()).toEqual([
      ['Phone', false],
      ['Test', true],
    ]);
    const lost = devices.find(({ isThis }) => !isThis)?.id;
    expect((await post('/v1/devices/end', { device: lost }, first)).status).toBe(200);
    expect((await server.ask('/v1/me', { token: second.token })).status).toBe(401);
    expect((await server.ask('/v1/me', { token: first.token })).status).toBe(200);
  });

  it('an admin gives a member who lost their device another one, and nobody else may', async () => {
    const [ben, cara] = [await server.join('member', 'Ben'), await server.join('member', 'Cara')];
    expect((await post('/v1/invites', { role: 'member', uses: 1, member: ben.member.id }, cara)).status).toBe(403);
    const again = await joinWith(await addDeviceFor(ben.member.id, owner), 'Ben');
    expect(again.member).toEqual(ben.member);
  });

  it('nobody lifts themselves or touches who is above them', async () => {
    const [admin, other, member] = [
      await server.join('admin'),
      await server.join('admin'),
      await server.join('member'),
    ];
    const role = (who: Joined, to: string, by: Joined) =>
      post('/v1/members/role', { member: who.member.id, role: to }, by);
    expect((await role(member, 'admin', admin)).status).toBe(403);
    expect((await role(other, 'reader', admin)).status).toBe(403);
    expect((await role(owner, 'reader', admin)).status).toBe(403);
    expect((await post('/v1/members/remove', { member: owner.member.id }, admin)).status).toBe(403);
    expect((await role(member, 'owner', owner)).status).toBe(400);
    expect((await role(member, 'reader', admin)).status).toBe(200);
    expect((await role(other, 'member', owner)).status).toBe(200);
    const everyone = membersSchema.parse(await get('/v1/members', owner)).members;
    expect(everyone.find(({ id }) => id === member.member.id)?.role).toBe('reader');
  });

  it('who is removed is out at once, and what they shared stays', async () => {
    const ben = await server.join('member', 'Ben');
    const record = await aRecord();
    await post('/v1/push', { records: [record] }, ben);
    expect((await post('/v1/members/remove', { member: ben.member.id }, owner)).status).toBe(200);
    expect((await server.ask('/v1/pull', { token: ben.token })).status).toBe(401);
    expect(pulledSchema.parse(await get('/v1/pull', owner)).records).toMatchObject([{ id: record.id }]);
    const { entries } = auditSchema.parse(await get('/v1/audit', owner));
    expect(entries[0]).toMatchObject({ what: 'remove', member: owner.member.id, subject: ben.member.id });
  });

  it('everyone can take along what the server has of them, and have it erased by saying their name', async () => {
    const ben = await server.join('member', 'Ben');
    const record = await aRecord({ body: { created: 1, note: 'mine to take along' } });
    await post('/v1/push', { records: [record] }, ben);
    const own = exportedSchema.parse(await get('/v1/export', ben));
    expect(own.records).toEqual([{ ...record, author: ben.member.id }]);
    expect((await post('/v1/erase', { name: 'ben' }, ben)).status).toBe(400);
    expect((await post('/v1/erase', { name: 'Ben' }, ben)).status).toBe(200);
    expect((await server.ask('/v1/me', { token: ben.token })).status).toBe(401);
    expect(JSON.stringify(await get('/v1/pull', owner))).not.toContain('mine to take along');
  });

  it('neither counts nor logs by name what nobody has: whoever asks for whatever comes to mind fills nothing', async () => {
    for (const path of ['/v1/whatever', '/v1/comes/tomind', '/somebody', '/v1/members/anne', '/site/team']) {
      expect((await server.ask(path, { token: owner.token })).status).toBe(404);
    }
    const response = await server.ask('/metrics', { headers: { Authorization: 'Bearer for-prometheus' } });
    const counted = [...(await response.text()).matchAll(/requests_total\{route="([^"]*)",status="404"\} (\d+)/g)];
    expect(counted.map(([, route, count]) => [route, count])).toEqual([['(other)', '5']]);
    expect(server.lines.join()).not.toMatch(/whatever|tomind|somebody|members\/anne/);
  });

  it('counts what it does for those who watch it, and tells nobody else', async () => {
    await get('/v1/me', owner);
    const response = await server.ask('/metrics', { headers: { Authorization: 'Bearer for-prometheus' } });
    const text = await response.text();
    expect(text).toContain('sidelight_requests_total{route="/v1/me",status="200"} 1');
    expect(text).toMatch(/sidelight_streams 0/);
    expect(text).not.toContain(owner.member.id);
    expect((await server.ask('/metrics', { headers: { Authorization: 'Bearer for-prometheusx' } })).status).toBe(404);
  });
});
