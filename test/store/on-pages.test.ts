import { expect, it, onTestFinished, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { numbersOn } from '../../src/store/on-pages.ts';
import { createDevice, keepLesson } from './device.ts';
import { writeMany } from './take-many.ts';

/** As many as are read of one page. */
const MOST = 5_000;

it('where as much stands on a page, or below it, as is read of one, it is said that there may be more', async () => {
  const device = createDevice();
  const target = (url: string) => ({ url, href: url, title: '', selectors: [] });
  const lessons = Array.from({ length: MOST }, (_, i) => {
    const body = { created: i + 1, title: 'Tea', target: target('https://docs.example/a/b') };
    return { id: createId(), kind: 'lesson', body };
  });
  await writeMany(device, lessons);
  await keepLesson(device, { target: target('https://wiki.acme.org/brakes') });
  const isCut = async (typed: string) => (await find(device.store.relaxed, typed, { limit: 5 })).isCut;
  for (const address of ['docs.example/a/b', 'docs.example/a']) {
    expect(await isCut(address), address).toBe(true);
    expect(await isCut(`site:${address}`), `site:${address}`).toBe(true);
  }
  for (const typed of ['wiki.acme.org/brakes', 'site:wiki.acme.org/brakes'])
    expect(await isCut(typed), typed).toBeUndefined();
});

it('of more links of one site than that as many are read with each letter, the newest among them', async () => {
  const device = createDevice();
  const link = (i: number) => ({ created: i + 1, title: 'Tea', link: `https://docs.example/${i}` });
  const lessons = Array.from({ length: MOST + 100 }, (_, i) => ({ id: createId(), kind: 'lesson', body: link(i) }));
  await writeMany(device, lessons);
  await keepLesson(device, { link: 'https://docs.example/1', target: undefined });
  const { below, isCut } = await numbersOn(device.store.relaxed, ['https://docs.example'], true);
  const highest = (await device.store.relaxed.records.toArray()).map(({ number = 0 }) => number).at(-1);
  expect({ count: below.length, isCut, newest: below.at(-1) }).toEqual({ count: MOST, isCut: true, newest: highest });
});

it('links that are gone hide none of those that are left', async () => {
  const device = createDevice();
  const link = (i: number) => ({ created: i + 1, title: 'Tea', link: `https://docs.example/${i}` });
  const lessons = Array.from({ length: MOST + 1 }, (_, i) => ({ id: createId(), kind: 'lesson', body: link(i) }));
  await writeMany(device, lessons.slice(0, 1));
  // Nearly half of them are gone from the start.
  const there = MOST / 2 + 1;
  await writeMany(device, lessons.slice(1), there);
  const { below, isCut } = await numbersOn(device.store.relaxed, ['https://docs.example'], true);
  expect([below.length, isCut]).toEqual([1 + there, false]);
});

it('nothing is read for what is no page', async () => {
  const device = createDevice();
  await keepLesson(device);
  const reading = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => reading.mockRestore());
  expect(await numbersOn(device.store.relaxed, [], false)).toEqual({ itself: [], below: [], above: [], isCut: false });
  expect(reading).not.toHaveBeenCalled();
});
