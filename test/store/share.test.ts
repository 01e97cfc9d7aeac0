import { describe, expect, test } from 'vitest';
import { SHARED_BODY_MAX } from '../../src/domain/limits.ts';
import { compareVersions } from '../../src/domain/version.ts';
import { ownStored } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { edit } from '../../src/store/keep.ts';
import { notePlaces } from '../../src/store/place.ts';
import { placesOn } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { remove } from '../../src/store/remove.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { addTeam, forgetTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, type Device, keepLesson, PAGE, putRow, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

async function createMember(role: 'member' | 'reader' = 'member'): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team({ member: { id: 'member-1', name: 'Ada', role } }), device.clock));
  await device.store.strict.outbox.clear();
  return device;
}

const waiting = (device: Device) => outgoing(device.store, 'team-1', device.clock(), 100);
const shareIt = async (device: Device, id: string, body: object = { created: 1, note: 'for all' }) =>
  share(device.store, id, 'team-1', { ...body }, device.clock);

describe('sharing', () => {
  test('a lesson kept to oneself never leaves', async () => {
    const device = await createMember();
    const { id } = await keepLesson(device);
    await edit(device.store, [PRIVATE, id], (body) => ({ ...body, note: 'mine' }), device.clock);
    await remove(device.store, [[PRIVATE, id]], 0, device.clock);
    expect(await waiting(device)).toEqual([]);
  });

  test('colleagues get exactly what was shown, from the member, and nothing of this device', async () => {
    const device = await createMember();
    const { id, version } = await keepLesson(device, { note: 'not for all' });
    value(await shareIt(device, id));
    const [sent] = await waiting(device);
    expect(sent?.record).toEqual({
      ...{ id, kind: 'lesson', author: 'member-1', schema: 1, body: { created: 1, note: 'for all' } },
      version: expect.objectContaining({ n: version.n + 1 }),
    });
    expect((await allRows(device)).filter((row) => row.id === id)).toHaveLength(1);
    expect((await find(device.store.relaxed, 'for all', { limit: 5 })).hits).toHaveLength(1);
  });

  test('what cannot be shared says why and stays as it was', async () => {
    const device = await createMember();
    const row = await keepLesson(device);
    expect(codeOf(await shareIt(device, 'nowhere'))).toBe('gone');
    expect(codeOf(await share(device.store, row.id, 'team-9', {}, device.clock))).toBe('no-team');
    expect(codeOf(await shareIt(device, row.id, { note: 'x'.repeat(SHARED_BODY_MAX) }))).toBe('too-large-to-share');
    await remove(device.store, [[PRIVATE, row.id]], 10, device.clock);
    expect(codeOf(await shareIt(device, row.id))).toBe('gone');
    const reader = await createMember('reader');
    const { id } = await keepLesson(reader);
    expect(codeOf(await shareIt(reader, id))).toBe('not-allowed');
    expect([...(await waiting(device)), ...(await waiting(reader))]).toEqual([]);
  });
});

describe('what was hidden from colleagues', () => {
  const NOTE = 'ask anna.berg@firma-nord.de';
  async function shareHidden() {
    const device = await createMember();
    const { id, body } = await keepLesson(device, { note: NOTE });
    value(await share(device.store, id, 'team-1', { ...body, note: 'ask •••' }, device.clock));
    const takeBack = async () => value(await unshare(device.store, ['team-1', id], device.clock)).body;
    return { device, id, body, takeBack };
  }

  test('never leaves, and is whole again when it is taken back, as often as one likes', async () => {
    const { device, id, body, takeBack } = await shareHidden();
    expect(JSON.stringify(await waiting(device))).not.toContain('anna');
    expect(await takeBack()).toEqual(body);
    value(await share(device.store, id, 'team-1', { ...body, note: 'ask •••' }, device.clock));
    expect(await takeBack()).toEqual(body);
  });

  test('stays as it was when something else is changed, and follows when it is changed itself', async () => {
    const { device, id, body, takeBack } = await shareHidden();
    const change = (to: object) => edit(device.store, ['team-1', id], (now) => ({ ...now, ...to }), device.clock);
    value(await change({ tags: ['people'] }));
    expect(JSON.stringify(await waiting(device))).not.toContain('anna');
    expect(await takeBack()).toEqual({ ...body, tags: ['people'] });
    value(await share(device.store, id, 'team-1', { ...body, note: 'ask •••' }, device.clock));
    value(await change({ note: 'ask nobody' }));
    expect(await takeBack()).toEqual({ ...body, tags: ['people'], note: 'ask nobody' });
  });

  test('is whole again when the team is left, and in an export', async () => {
    const { device, id, body } = await shareHidden();
    expect((await ownStored(device.store.relaxed)).find((row) => row.id === id)?.body).toEqual(body);
    value(await forgetTeam(device.store, 'team-1'));
    expect((await rowAt(device.store.strict, [PRIVATE, id]))?.body).toEqual(body);
  });
});

describe('taking back', () => {
  test('empties it for the team and leaves it to oneself', async () => {
    const device = await createMember();
    const { id, author, body } = await keepLesson(device, { note: 'for all' });
    const shared = value(await share(device.store, id, 'team-1', { ...body }, device.clock));
    const own = value(await unshare(device.store, ['team-1', id], device.clock));
    expect(own).toMatchObject({ team: PRIVATE, author, body: { note: 'for all' } });
    const [sent] = await waiting(device);
    expect(sent?.record.body).toBeNull();
    expect(sent && compareVersions(sent.record, shared)).toBeGreaterThan(0);
    expect((await find(device.store.relaxed, 'for all', { limit: 5 })).total).toBe(1);
  });

  test('sharing again wins over having taken back, as often as one likes', async () => {
    const device = await createMember();
    const { id } = await keepLesson(device);
    let last = value(await shareIt(device, id));
    for (let round = 0; round < 3; round++) {
      value(await unshare(device.store, ['team-1', id], device.clock));
      await edit(device.store, [PRIVATE, id], (body) => ({ ...body, note: `round ${round}` }), device.clock);
      const again = value(await shareIt(device, id, { created: 1, note: `round ${round}` }));
      expect(compareVersions(again, last)).toBeGreaterThan(0);
      last = again;
    }
    expect((await waiting(device)).map(({ record }) => record.body)).toEqual([{ created: 1, note: 'round 2' }]);
    expect(await rowAt(device.store.strict, [PRIVATE, id])).toBeUndefined();
  });

  test('sharing again at once wins too, although the clock was set back', async () => {
    const device = await createMember();
    const { id } = await keepLesson(device);
    value(await shareIt(device, id));
    value(await unshare(device.store, ['team-1', id], device.clock));
    const [emptied] = await waiting(device);
    device.turn(-60_000);
    const again = value(await shareIt(device, id));
    expect(emptied && compareVersions(again, emptied.record)).toBeGreaterThan(0);
  });

  test("only what is one's own and still shared", async () => {
    const device = await createMember();
    const { id } = await keepLesson(device);
    expect(codeOf(await unshare(device.store, ['team-1', id], device.clock))).toBe('gone');
    const shared = value(await shareIt(device, id));
    await putRow(device, { ...shared, mine: 0 });
    expect(codeOf(await unshare(device.store, ['team-1', id], device.clock))).toBe('not-yours');
  });
});

test('the passage of a shared lesson stands where it stood', async () => {
  const device = await createMember();
  const { id } = await keepLesson(device);
  await notePlaces(device.store, [{ team: '', id, page: PAGE, anchoring: { state: 'anchored' }, at: 7, seen: 1 }]);
  value(await shareIt(device, id));
  const places = await placesOn(device.store.relaxed, PAGE);
  expect(places.map((place) => [place.team, place.at])).toEqual([['team-1', 7]]);
});
