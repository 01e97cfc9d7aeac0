import { describe, expect, test } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { namesByAuthor, teamsJoined } from '../../src/store/read.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam, forgetTeam, noteTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, keepLesson, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

describe('a team', () => {
  test('that was joined knows my name, and goes on from its cursor when joined again', async () => {
    const device = createDevice();
    value(await addTeam(device.store, team({ cursor: 'e1.9' }), device.clock));
    expect((await outgoing(device.store, 'team-1', device.clock(), 5)).map(({ record }) => record)).toMatchObject([
      { id: 'member-1', kind: 'profile', author: 'member-1', body: { name: 'Ada' } },
    ]);
    expect(await namesByAuthor(device.store.relaxed)).toEqual(new Map([['member-1', 'Ada']]));
    value(await addTeam(device.store, team({ token: 'new' }), device.clock));
    expect(await teamsJoined(device.store.relaxed)).toMatchObject([{ token: 'new', cursor: 'e1.9' }]);
    value(await addTeam(device.store, team({ epoch: 'e2' }), device.clock));
    expect(await teamsJoined(device.store.relaxed)).toMatchObject([{ epoch: 'e2', cursor: '' }]);
  });

  test('that was restored before I joined again is sent my own again', async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    const { id, body } = await keepLesson(device);
    value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
    await device.store.strict.outbox.clear();
    value(await addTeam(device.store, team({ epoch: 'e2' }), device.clock));
    const waiting = await device.store.strict.outbox.toArray();
    expect(waiting.map((row) => row.id).sort()).toEqual([id, 'member-1'].sort());
  });

  test('that was joined again as someone else: what the team has is a colleague’s, what it never got is kept', async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    const [sent, unsent] = [await keepLesson(device), await keepLesson(device)];
    value(await share(device.store, sent.id, 'team-1', sent.body ?? {}, device.clock));
    await device.store.strict.outbox.clear();
    value(await share(device.store, unsent.id, 'team-1', unsent.body ?? {}, device.clock));
    value(await addTeam(device.store, team({ member: { id: 'member-2', name: 'Ada', role: 'member' } }), device.clock));
    const rows = await allRows(device);
    expect(rows.find((row) => row.id === sent.id)).toMatchObject({ team: 'team-1', mine: 0 });
    expect(rows.find((row) => row.id === unsent.id)).toMatchObject({ team: PRIVATE, mine: 1 });
  });

  test('says what stands in the way, and no longer when it went well', async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    await noteTeam(device.store, 'team-1', { problem: { code: 'unreachable' } });
    expect((await teamsJoined(device.store.relaxed))[0]?.problem).toEqual({ code: 'unreachable' });
    await noteTeam(device.store, 'team-1', { syncedAt: 5 });
    expect((await teamsJoined(device.store.relaxed))[0]).toMatchObject({ syncedAt: 5 });
    expect((await teamsJoined(device.store.relaxed))[0]?.problem).toBeUndefined();
  });

  test("that is left takes others' records with it and leaves me mine", async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    const { id, body, author } = await keepLesson(device);
    value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
    const version = { n: 1, time: 1, device: 'd', hash: '' };
    const theirs = { id: 't', kind: 'lesson', author: 'bo', schema: 1, version, body: { created: 1, note: 'theirs' } };
    await takeIn(device.store, 'team-1', [theirs], 'e1.3');
    value(await forgetTeam(device.store, 'team-1'));
    expect((await allRows(device)).map((row) => [row.team, row.id, row.author])).toEqual([[PRIVATE, id, author]]);
    expect(await device.store.strict.outbox.count()).toBe(0);
    expect(await device.store.strict.fresh.count()).toBe(1);
    expect(await teamsJoined(device.store.relaxed)).toEqual([]);
    expect(codeOf(await forgetTeam(device.store, 'team-1'))).toBe('no-team');
  });
});
