import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameVersion } from '../../src/domain/same-version.ts';
import { startOver, takeIn } from '../../src/store/feed.ts';
import { edit } from '../../src/store/keep.ts';
import { settle } from '../../src/store/outbox.ts';
import { onPage, readOne } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { finishRemovals, remove, restore } from '../../src/store/remove.ts';
import { toRecord } from '../../src/store/row.ts';
import { PRIVATE, type RecordKey } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, createDevice, type Device, keepLesson, PAGE, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

const IDS = ['a', 'b', 'c'];
const TEAM = 'team-1';

/** Everything one may do with a lesson, and what comes in from outside. */
const deeds = {
  keep: (device, id) => keepLesson(device, {}, id),
  edit: (device, id) => edit(device.store, [PRIVATE, id], (body) => ({ ...body, note: 'edited' }), device.clock),
  editShared: (device, id) => edit(device.store, [TEAM, id], (body) => ({ ...body, note: 'again' }), device.clock),
  share: (device, id) => share(device.store, id, TEAM, { created: 1, note: 'shown' }, device.clock),
  unshare: (device, id) => unshare(device.store, [TEAM, id], device.clock),
  remove: (device, id) => remove(device.store, bothKeys(id), 10, device.clock),
  restore: (device, id) => restore(device.store, bothKeys(id)),
  wait: async (device) => device.turn(7),
  finish: (device) => finishRemovals(device.store, device.clock),
  push: async (device) => {
    const sent = await outgoing(device.store, TEAM, device.clock(), 10);
    await settle(
      device.store,
      TEAM,
      sent.map(({ row }) => ({ ...row, fate: 'taken' })),
    );
  },
  echo: async (device, id) => {
    const row = await rowAt(device.store.strict, [TEAM, id]);
    if (row) await takeIn(device.store, TEAM, [toRecord(row)]);
  },
  otherDevice: async (device, id) => {
    const row = await rowAt(device.store.strict, [TEAM, id]);
    if (!row) return;
    const version = { ...row.version, n: row.version.n + 1, device: 'other' };
    await takeIn(device.store, TEAM, [{ ...toRecord(row), version }]);
  },
  restart: (device) => startOver(device.store, TEAM, 'e1'),
} satisfies Record<string, (device: Device, id: string) => Promise<unknown>>;

const bothKeys = (id: string): RecordKey[] => [
  [PRIVATE, id],
  [TEAM, id],
];

const deed = fc.record({
  what: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  id: fc.constantFrom(...IDS),
});

test('whatever one does in whatever order, nothing private waits to leave and nothing stands twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (story) => {
      const device = createDevice();
      value(await addTeam(device.store, team(), device.clock));
      for (const { what, id } of story) {
        await deeds[what](device, id);
        await expectPromises(device);
      }
    }),
    { numRuns: 40 },
  );
});

async function expectPromises(device: Device): Promise<void> {
  const rows = await allRows(device);
  const outbox = await device.store.strict.outbox.toArray();
  for (const waits of outbox) {
    const row = rows.find((one) => one.team === waits.team && one.id === waits.id);
    expect(waits.team).toBe(TEAM);
    expect(row && isSameVersion(row.version, waits.version)).toBe(true);
  }
  for (const { record, row } of await outgoing(device.store, TEAM, device.clock(), 100)) {
    expect(await rowAt(device.store.strict, [row.team, row.id])).not.toHaveProperty('removeAt');
    expect(record.author).toBe('member-1');
  }
  const living = rows.filter((row) => row.body !== null && row.kind === 'lesson');
  expect(new Set(living.map(({ id }) => id)).size).toBe(living.length);
  expect(living.filter((row) => row.team === PRIVATE && row.author === 'member-1')).toEqual([]);
  const seen = await onPage(device.store.strict, PAGE);
  const hidden = rows.filter((row) => row.removeAt !== undefined);
  for (const row of hidden) expect(await readOne(device.store.strict, [row.team, row.id])).toBeNull();
  expect(seen.every((one) => !hidden.some((row) => row.id === one.id && row.team === one.team))).toBe(true);
}
