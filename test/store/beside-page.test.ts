import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { StoredRecord } from '../../src/domain/record.ts';
import { besidePage } from '../../src/store/beside-page.ts';
import { takeIn } from '../../src/store/feed.ts';
import { keep } from '../../src/store/keep.ts';
import { notePlaces } from '../../src/store/place.ts';
import { share, unshare } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from './device.ts';

const version = { n: 1, time: 1, device: 'd', hash: '' };
const lesson = (i: number): StoredRecord => {
  const body = { ...lessonBody({ created: 1_000 + i, quote: `Number ${i}` }) };
  return { id: `team-${i}`, kind: 'lesson', author: 'bo', schema: 1, version, body: body as never };
};

async function flooded(number: number): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  value(
    await takeIn(
      device.store,
      'team-1',
      Array.from({ length: number }, (_, i) => lesson(i)),
    ),
  );
  return device;
}

/** Rows that a read took out of the database. */
async function counted<T>(device: Device, read: () => Promise<T>): Promise<{ rows: number; value: T }> {
  let rows = 0;
  const count = <R>(row: R): R => {
    rows++;
    return row;
  };
  device.store.relaxed.records.hook('reading').subscribe(count);
  const value = await read();
  device.store.relaxed.records.hook('reading').unsubscribe(count);
  return { rows, value };
}

test('of a page that a team has filled, a bounded number is read, the newest, and the rest is counted', async () => {
  const device = await flooded(400);
  const mine = await keepLesson(device, { created: 1, quote: 'My own, older than all' });
  const body = { created: 2, text: 'Why?', target: lessonBody().target };
  value(await keep(device.store, { id: 'asked', kind: 'question', body }, device.clock));
  const { rows, value: found } = await counted(device, () => besidePage(device.store.relaxed, [PAGE], { most: 10 }));
  expect(rows).toBeLessThanOrEqual(4 * 10);
  expect(found.records.map(({ id }) => id).sort()).toEqual(
    [mine.id, 'asked', ...Array.from({ length: 10 }, (_, i) => `team-${390 + i}`)].sort(),
  );
  expect(found.rest).toBe(390);
});

test('what is being read stays among them, whatever comes in meanwhile', async () => {
  const device = await flooded(30);
  const found = await besidePage(device.store.relaxed, [PAGE], { most: 5, keep: ['team-3', 'team-29', 'gone'] });
  expect(found.records.map(({ id }) => id).sort()).toEqual(
    ['team-25', 'team-26', 'team-27', 'team-28', 'team-29', 'team-3'].sort(),
  );
  expect(found.rest).toBe(24);
});

test('a page that goes by two addresses has what stands under either', async () => {
  const device = createDevice();
  const other = `${PAGE}/print`;
  await keepLesson(device, { created: 1 });
  await keepLesson(device, { created: 2, target: { url: other, href: other, selectors: [] } });
  const { records } = await besidePage(device.store.relaxed, [PAGE, other, PAGE, ''], { most: 5 });
  expect(records.map(({ created }) => created).sort()).toEqual([1, 2]);
  expect((await besidePage(device.store.relaxed, [''], { most: 5 })).records).toEqual([]);
});

test('a passage stands where it stood when its lesson is shared, and when it is taken back', async () => {
  const device = await flooded(0);
  const { id } = await keepLesson(device);
  const anchoring = { state: 'anchored' as const };
  await notePlaces(device.store, [{ team: '', id, page: PAGE, at: 7, seen: 1, anchoring }]);
  const at = async () => {
    const { records, places } = await besidePage(device.store.relaxed, [PAGE], { most: 5 });
    const [record] = records;
    return places.find((place) => place.team === record?.team && place.id === record.id)?.at;
  };
  expect(await at()).toBe(7);
  value(await share(device.store, id, 'team-1', { ...lessonBody() } as never, device.clock));
  expect(await at()).toBe(7);
  value(await unshare(device.store, ['team-1', id], device.clock));
  expect(await at()).toBe(7);
});
