import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../src/domain/record.ts';
import { compareVersions } from '../../src/domain/version.ts';
import { createId } from '../../src/kit/id.ts';
import { startOver, takeIn } from '../../src/store/feed.ts';
import { edit } from '../../src/store/keep.ts';
import { refuse, settle } from '../../src/store/outbox.ts';
import { readOne } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { finishRemovals, remove } from '../../src/store/remove.ts';
import { toRecord } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, type Device, keepLesson, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

async function createMember(memberId = 'member-1'): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team({ member: { id: memberId, name: memberId, role: 'member' } }), device.clock));
  await device.store.strict.records.clear();
  await device.store.strict.outbox.clear();
  return device;
}

const waiting = (device: Device) => outgoing(device.store, 'team-1', device.clock(), 100);
const cursorOf = async (device: Device) => (await device.store.strict.teams.get('team-1'))?.cursor;
const recordsOf = async (device: Device) =>
  (await allRows(device)).map(toRecord).sort((a, b) => (a.id < b.id ? -1 : 1));

function record(n: number, change: Partial<StoredRecord> = {}): StoredRecord {
  const version = { n, time: n, device: 'd', hash: `h${n}` };
  return {
    id: 'r',
    kind: 'lesson',
    author: 'other',
    schema: 1,
    version,
    body: { created: n, note: `n${n}` },
    ...change,
  };
}

/** Shares a lesson on one device and lets another of the same member have it. */
async function createTwoDevices() {
  const [one, other] = [await createMember(), await createMember()];
  const { id, body } = await keepLesson(one);
  value(await share(one.store, id, 'team-1', body ?? {}, one.clock));
  const carry = async () => {
    const sent = await waiting(one);
    await takeIn(
      other.store,
      'team-1',
      sent.map(({ record }) => record),
    );
  };
  await carry();
  return { one, other, id, carry };
}

describe('taking in the feed', () => {
  test('any order, any repetition, any pages give the latest version of each record', async () => {
    const versions = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      n: fc.integer({ min: 1, max: 4 }),
      device: fc.constantFrom('x', 'y'),
      deleted: fc.boolean(),
    });
    const feed = fc.array(fc.array(versions, { maxLength: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(feed, async (pages) => {
        const device = await createMember();
        const sent = pages.map((page) =>
          page.map(({ id, n, device: by, deleted }) => ({
            ...record(n, { id, version: { n, time: 0, device: by, hash: '' } }),
            ...(deleted ? { deleted: true as const, body: null } : {}),
          })),
        );
        for (const page of sent) value(await takeIn(device.store, 'team-1', page));
        const latest = new Map<string, StoredRecord>();
        for (const one of sent.flat()) {
          const standing = latest.get(one.id);
          if (!standing || compareVersions(one, standing) > 0) latest.set(one.id, one);
        }
        const expected = [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(await recordsOf(device)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('records and cursor move together, or not at all', async () => {
    const device = await createMember();
    expect(value(await takeIn(device.store, 'team-1', [record(1)], 'e1.7'))).toBe(1);
    expect(await cursorOf(device)).toBe('e1.7');
    const broken = { ...record(2), id: undefined } as unknown as StoredRecord;
    await expect(takeIn(device.store, 'team-1', [record(3, { id: 's' }), broken], 'e1.9')).rejects.toThrow();
    expect(await cursorOf(device)).toBe('e1.7');
    expect(await recordsOf(device)).toEqual([record(1)]);
  });

  test('a page that comes late does not turn the cursor back', async () => {
    const device = await createMember();
    await takeIn(device.store, 'team-1', [record(1)], 'e1.7');
    await takeIn(device.store, 'team-1', [record(1, { id: 's' })], 'e1.3');
    expect(await cursorOf(device)).toBe('e1.7');
    expect(await recordsOf(device)).toHaveLength(2);
  });

  test('a page of another server than the one that was pushed to is not taken', async () => {
    const device = await createMember();
    expect(codeOf(await takeIn(device.store, 'team-1', [record(1)], 'e2.7'))).toBe('epoch-changed');
    expect(await recordsOf(device)).toEqual([]);
    value(await startOver(device.store, 'team-1', 'e2'));
    expect(value(await takeIn(device.store, 'team-1', [record(1)], 'e2.7'))).toBe(1);
    expect(await cursorOf(device)).toBe('e2.7');
  });

  test('a glimpse of the newest leaves the cursor where it is', async () => {
    const device = await createMember();
    await takeIn(device.store, 'team-1', [record(1)], 'e1.5');
    expect(value(await takeIn(device.store, 'team-1', [record(2)]))).toBe(1);
    expect(value(await takeIn(device.store, 'team-1', [record(2), record(1)]))).toBe(0);
    expect(await cursorOf(device)).toBe('e1.5');
    expect(codeOf(await takeIn(device.store, 'team-9', [record(1)]))).toBe('no-team');
  });

  test('a kind or a shape this version does not know is carried untouched and shown nowhere', async () => {
    const device = await createMember();
    const strange = [record(1, { id: 'p', kind: 'poem' }), record(1, { id: 'q', schema: 9, body: { odd: [1, null] } })];
    await takeIn(device.store, 'team-1', strange);
    expect(await recordsOf(device)).toEqual(strange);
    expect(await readOne(device.store.relaxed, ['team-1', 'p'])).toBeNull();
  });
});

describe("one author's devices", () => {
  test('taking back on one leaves a copy of my own on the other', async () => {
    const { one, other, id, carry } = await createTwoDevices();
    value(await unshare(one.store, ['team-1', id], one.clock));
    await carry();
    expect((await readOne(other.store.relaxed, [PRIVATE, id]))?.isMine).toBe(true);
    expect((await rowAt(other.store.strict, ['team-1', id]))?.body).toBeNull();
    const { id: _, body } = value({ ok: true, value: await rowAt(one.store.strict, [PRIVATE, id]) }) ?? {};
    value(await share(one.store, id, 'team-1', body ?? {}, one.clock));
    await carry();
    expect((await allRows(other)).map((row) => [row.team, row.body !== null])).toEqual([['team-1', true]]);
  });

  test('the name of one who took everything back by leaving is not kept on the other as something written', async () => {
    const device = await createMember();
    const { member } = (await device.store.strict.teams.get('team-1')) ?? {};
    if (!member) throw new Error('no team');
    const profile = record(9, {
      id: member.id,
      kind: 'profile',
      author: member.id,
      body: { created: 9, name: 'Anne' },
    });
    value(await takeIn(device.store, 'team-1', [profile]));
    const version = { n: 10, time: 10, device: 'server', hash: '' };
    value(await takeIn(device.store, 'team-1', [{ ...profile, version, body: null }]));
    expect((await rowAt(device.store.strict, ['team-1', member.id]))?.body).toBeNull();
    expect(await rowAt(device.store.strict, [PRIVATE, member.id])).toBeUndefined();
  });

  test('a deletion on one takes it from the other, copy and all', async () => {
    const { one, other, id, carry } = await createTwoDevices();
    await remove(one.store, [['team-1', id]], 0, one.clock);
    await finishRemovals(one.store, one.clock);
    await carry();
    expect((await allRows(other)).filter((row) => row.body !== null)).toEqual([]);
  });

  test('what I am deleting here does not come back because another device edits or takes it back', async () => {
    const { one, other, id, carry } = await createTwoDevices();
    await remove(other.store, [['team-1', id]], 10, other.clock);
    value(await edit(one.store, ['team-1', id], (body) => ({ ...body, note: 'edited there' }), one.clock));
    await carry();
    expect(await readOne(other.store.relaxed, ['team-1', id])).toBeNull();
    value(await unshare(one.store, ['team-1', id], one.clock));
    await carry();
    expect(await readOne(other.store.relaxed, [PRIVATE, id])).toBeNull();
    other.turn(10);
    await finishRemovals(other.store, other.clock);
    expect((await allRows(other)).filter((row) => row.body !== null)).toEqual([]);
  });

  test('a later version from another device replaces what waits here; an earlier one does not', async () => {
    const { other, id } = await createTwoDevices();
    value(await edit(other.store, ['team-1', id], (body) => ({ ...body, note: 'mine' }), other.clock));
    const [mine] = await waiting(other);
    const rival = (n: number) => ({ ...record(n), ...mine?.record, version: { n, time: 0, device: 'd', hash: 'h' } });
    await takeIn(other.store, 'team-1', [rival(1)]);
    expect(await waiting(other)).toHaveLength(1);
    await takeIn(other.store, 'team-1', [rival(99)]);
    expect(await waiting(other)).toEqual([]);
  });
});

describe('the outbox', () => {
  test('is settled only by the version that was sent', async () => {
    const { one, id } = await createTwoDevices();
    const [sent] = await waiting(one);
    value(await edit(one.store, ['team-1', id], (body) => ({ ...body, note: 'while it was under way' }), one.clock));
    if (sent) await settle(one.store, 'team-1', [{ ...sent.row, fate: 'taken' }]);
    const [still] = await waiting(one);
    expect(still?.record.body?.note).toBe('while it was under way');
    if (still) await settle(one.store, 'team-1', [{ ...still.row, fate: 'taken' }]);
    expect(await waiting(one)).toEqual([]);
  });

  test('what the server will not take leaves it and says why, until it is changed', async () => {
    const { one, id } = await createTwoDevices();
    const [sent] = await waiting(one);
    if (sent) await refuse(one.store, 'team-1', sent.row, 'not-valid');
    expect(await waiting(one)).toEqual([]);
    expect((await readOne(one.store.relaxed, ['team-1', id]))?.refused).toEqual({ code: 'not-valid' });
    value(await edit(one.store, ['team-1', id], (body) => ({ ...body, note: 'better' }), one.clock));
    expect((await readOne(one.store.relaxed, ['team-1', id]))?.refused).toBeUndefined();
    if (sent) await refuse(one.store, 'team-1', sent.row, 'too-late');
    expect(await waiting(one)).toHaveLength(1);
  });

  test('another epoch: from the start again, and my own go up again', async () => {
    const device = await createMember();
    const { id, body } = await keepLesson(device);
    await keepLesson(device);
    value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
    await takeIn(device.store, 'team-1', [record(1, { id: createId() })], 'e1.5');
    const [sent] = await waiting(device);
    if (sent) await refuse(device.store, 'team-1', sent.row, 'not-valid');
    value(await startOver(device.store, 'team-1', 'e2'));
    expect(await device.store.strict.teams.get('team-1')).toMatchObject({ cursor: '', epoch: 'e2' });
    expect((await waiting(device)).map((one) => one.record.id)).toEqual([id]);
    expect((await readOne(device.store.relaxed, ['team-1', id]))?.refused).toBeUndefined();
  });
});
