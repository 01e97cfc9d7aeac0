import { describe, expect, test } from 'vitest';
import { adopt } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { readOne, recent } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { finishRemovals, putOff, remove, restore } from '../../src/store/remove.ts';
import { PRIVATE, type RecordKey } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, keepLesson, putRow, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

const UNDO_MS = 10_000;

async function createSharer() {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  await device.store.strict.outbox.clear();
  const { id, body } = await keepLesson(device);
  value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
  const key: RecordKey = ['team-1', id];
  const waiting = () => outgoing(device.store, 'team-1', device.clock(), 100);
  return { device, key, waiting };
}

describe('deleting', () => {
  test('hides at once, everywhere, and undo brings it back as it was', async () => {
    const device = createDevice();
    const row = await keepLesson(device);
    const key: RecordKey = [PRIVATE, row.id];
    expect(value(await remove(device.store, [key], UNDO_MS, device.clock))).toEqual([key]);
    expect(await readOne(device.store.relaxed, key)).toBeNull();
    expect(await recent(device.store.relaxed, 5)).toEqual([]);
    expect((await find(device.store.relaxed, 'water', { limit: 5 })).total).toBe(0);
    value(await restore(device.store, [key]));
    expect(await allRows(device)).toEqual([row]);
    expect((await find(device.store.relaxed, 'water', { limit: 5 })).total).toBe(1);
  });

  test('is final only when its undo has passed; then undo says so', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device);
    await remove(device.store, [[PRIVATE, id]], UNDO_MS, device.clock);
    device.turn(UNDO_MS - 1);
    expect(value(await finishRemovals(device.store, device.clock))).toBe(0);
    device.turn(1);
    expect(value(await finishRemovals(device.store, device.clock))).toBe(1);
    expect(await allRows(device)).toEqual([]);
    expect(await device.store.strict.fresh.count()).toBe(0);
    expect(codeOf(await restore(device.store, [[PRIVATE, id]]))).toBe('gone');
  });

  test('can be put off as long as it is not final, which leaves alone what was brought back meanwhile', async () => {
    const device = createDevice();
    const [one, other] = [await keepLesson(device), await keepLesson(device)];
    const keys: RecordKey[] = [
      [PRIVATE, one.id],
      [PRIVATE, other.id],
    ];
    await remove(device.store, keys, UNDO_MS, device.clock);
    value(await adopt(device.store, [other]));
    device.turn(UNDO_MS - 1);
    expect(value(await putOff(device.store, keys, UNDO_MS, device.clock))).toEqual([[PRIVATE, one.id]]);
    device.turn(UNDO_MS - 1);
    expect(value(await finishRemovals(device.store, device.clock))).toBe(0);
    device.turn(1);
    expect(value(await finishRemovals(device.store, device.clock))).toBe(1);
    expect((await allRows(device)).map(({ id }) => id)).toEqual([other.id]);
    expect((await find(device.store.relaxed, 'water', { limit: 5 })).total).toBe(1);
  });

  test('can be made final at once, for just these', async () => {
    const device = createDevice();
    const [one, other] = [await keepLesson(device), await keepLesson(device)];
    await remove(
      device.store,
      [
        [PRIVATE, one.id],
        [PRIVATE, other.id],
      ],
      UNDO_MS,
      device.clock,
    );
    expect(value(await finishRemovals(device.store, device.clock, [[PRIVATE, one.id]]))).toBe(1);
    expect((await allRows(device)).map(({ id }) => id)).toEqual([other.id]);
  });

  test('of what is shared goes to the team when its undo has passed', async () => {
    const { device, key, waiting } = await createSharer();
    await device.store.strict.outbox.clear();
    await remove(device.store, [key], UNDO_MS, device.clock);
    expect(await waiting()).toEqual([]);
    device.turn(UNDO_MS);
    await finishRemovals(device.store, device.clock);
    expect((await waiting()).map(({ record }) => record)).toMatchObject([{ id: key[1], deleted: true, body: null }]);
  });

  test('holds back what was shared and has not left yet', async () => {
    const { device, key, waiting } = await createSharer();
    await remove(device.store, [key], UNDO_MS, device.clock);
    expect(await waiting()).toEqual([]);
    await restore(device.store, [key]);
    expect((await waiting()).map(({ record }) => record.id)).toEqual([key[1]]);
  });

  test("leaves others' records and what is not there alone", async () => {
    const { device, key } = await createSharer();
    const row = value({ ok: true, value: await rowAt(device.store.strict, key) });
    if (row) await putRow(device, { ...row, mine: 0 });
    expect(value(await remove(device.store, [key, [PRIVATE, 'nowhere']], UNDO_MS, device.clock))).toEqual([]);
  });
});
