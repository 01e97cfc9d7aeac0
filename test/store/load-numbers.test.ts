import { expect, it, onTestFinished, vi } from 'vitest';
import { inTurn } from '../../src/kit/pause.ts';
import { find } from '../../src/store/find.ts';
import { keepLoaded, loadNumbers } from '../../src/store/load-numbers.ts';
import { rowsById } from '../../src/store/record-at.ts';
import { remove } from '../../src/store/remove.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, keepLesson, value } from './device.ts';
import { takeMany } from './take-many.ts';

it.each(['new', 'indexed', 'new and then indexed'])(
  'text that was deleted is let go of, and nothing else is read again: %s',
  async (how) => {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const id of ['stays', 'goes']) await keepLesson(device, { title: `docker ${id}` }, id);
    if (how === 'indexed') await flush(db, 1);
    const total = async () => (await find(db, 'docker', { limit: 5 })).total;
    expect(await total()).toBe(2);
    const [stays = 0, goes = 0] = (await rowsById(db, ['stays', 'goes'])).map((row) => row.number);
    value(await remove(device.store, [['', 'goes']], 0, device.clock));
    if (how === 'new and then indexed') await flush(db, 1);
    expect(await total()).toBe(1);
    expect([...(await loadNumbers(db, [goes])).keys()]).toEqual([]);
    const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
    onTestFinished(() => asked.mockRestore());
    expect([...(await loadNumbers(db, [stays])).keys()]).toEqual([stays]);
    expect(asked).not.toHaveBeenCalled();
  },
);

it('whatever else there is to do has its turn while records are looked through that are remembered', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  for (let i = 0; i < 10; i++) await keepLesson(device, { title: `docker ${i}` });
  const numbers = (await db.records.toArray()).map(({ number = 0 }) => number);
  await loadNumbers(db, numbers);
  // Each look takes longer than a slice.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const looked: string[] = [];
  await loadNumbers(db, numbers, () => {
    now += 10;
    if (looked.length === 0) inTurn(() => looked.push('another'));
    looked.push('record');
  });
  expect(looked.slice(0, 3)).toEqual(['record', 'another', 'record']);
});

it('none of what is remembered is missing where others are read while it is looked through', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  await takeMany(
    device,
    Array.from({ length: 270 }, (_, i) => ({ title: `docker ${i}` })),
  );
  const numbers = (await db.records.toArray()).map(({ number = 0 }) => number);
  const mine = numbers.splice(0, 20);
  await loadNumbers(db, mine);
  let [now, others]: [number, Promise<unknown>?] = [0];
  // The first look takes longer than a slice, and the pause after it as long as all others take.
  vi.stubGlobal('MessageChannel', function Channel(this: { port1: { onmessage?(): void; close(): void } }) {
    const port1: (typeof this)['port1'] = { close() {} };
    return { port1, port2: { postMessage: () => others?.then(() => port1.onmessage?.()) } };
  });
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    clock.mockRestore();
  });
  const found = await loadNumbers(db, mine, () => {
    now = 10;
    others ??= loadNumbers(db, numbers);
  });
  expect([...found.keys()]).toEqual(mine);
});

it.each(['known', 'new'])('what is let go of while it is looked through is not remembered again: %s', async (what) => {
  const device = createDevice();
  const db = device.store.relaxed;
  await keepLesson(device, { title: 'docker' });
  const [{ number = 0 } = {}] = await db.records.toArray();
  if (what === 'known') await loadNumbers(db, [number]);
  await loadNumbers(db, [number], () => keepLoaded(db, () => false));
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => asked.mockRestore());
  await loadNumbers(db, [number]);
  expect(asked).toHaveBeenCalledOnce();
});
