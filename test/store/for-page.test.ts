import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/domain/kinds/index.ts';
import { type Adoptable, adopt } from '../../src/store/adopt.ts';
import { forPage, prepareForPage } from '../../src/store/for-page.ts';
import { edit } from '../../src/store/keep.ts';
import type { Reading } from '../../src/store/reading.ts';
import { remove } from '../../src/store/remove.ts';
import { asJson } from '../../src/store/row.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, type Device, keepLesson, lessonBody, reopen, value } from './device.ts';

const PAGE = 'https://shop.example/disputes';
const page = {
  url: `${PAGE}?utm_source=mail`,
  title: 'Refund after a chargeback',
  headings: ['Chargebacks'],
  body: 'After a chargeback no refund is possible: the bank decides, with the receipt as proof.',
};

it('lessons from elsewhere that fit the page are found, those on the page itself and those that fit nothing are not', async () => {
  const device = createDevice();
  const target = (href: string) => ({ url: href, href, selectors: [] });
  await keepLesson(device, {
    title: 'No refund after a chargeback',
    quote: 'the bank decides',
    target: target('https://shop.example/help'),
  });
  await keepLesson(device, { title: 'Chargebacks', quote: 'on the page', target: target(PAGE) });
  await keepLesson(device, { title: 'Sourdough', quote: 'feed the starter', target: target('https://bread.example/') });
  for (let i = 0; i < 20; i++) await keepLesson(device, { title: `Note ${i}`, quote: `something else, number ${i}` });
  const { fits } = await forPage(device.store.relaxed, page, { limit: 5 });
  expect(fits.map(({ record }) => 'title' in record.body && record.body.title)).toEqual([
    'No refund after a chargeback',
  ]);
  expect(fits[0]).toMatchObject({ isSameSite: true, because: ['refund after a chargeback', 'bank', 'decides'] });
});

it('what was kept, changed or deleted since the last page was matched is known to the next', async () => {
  const device = createDevice();
  const { store, clock } = device;
  const lesson = { title: 'No refund after a chargeback', quote: 'the bank decides', target: undefined };
  for (let i = 0; i < 20; i++) await keepLesson(device, { title: `Note ${i}`, quote: `something else, number ${i}` });
  const found = async () => (await forPage(store.relaxed, page, { limit: 5 })).fits.map(({ record }) => record.body);
  expect(await found()).toEqual([]);
  await keepLesson(device, lesson, 'refund');
  expect(await found()).toMatchObject([{ title: lesson.title }]);
  const title = 'Chargeback: no refund, says the bank';
  value(await edit(store, ['', 'refund'], (body) => ({ ...body, title }), clock));
  expect(await found()).toMatchObject([{ title }]);
  value(await remove(store, [['', 'refund']], 0, clock));
  expect(await found()).toEqual([]);
});

it('where what stands on the page itself fills all candidates, what fits on other sites is found still', async () => {
  const { store, clock } = createDevice();
  const target = (href: string) => ({ url: href, href, selectors: [] });
  const [quote, title] = ['After a chargeback no refund is possible: the bank decides', 'Refund after a chargeback'];
  const others = Array.from({ length: 1_200 }, (_, i) => ({
    title: `Note ${i}`,
    quote: `something else, number ${i}`,
  }));
  const here = Array.from({ length: 120 }, (_, i) => ({ title: `${title} ${i}`, quote, target: target(PAGE) }));
  const proof = 'receipt, signature, tracking number and delivery slip';
  const elsewhere = { title: 'Proof for the bank', quote: proof, target: target('https://pay.example/') };
  const records = [...others, ...here, elsewhere].map((one, i): Adoptable => {
    const version = { n: 1, time: clock(), device: 'device', hash: '' };
    return { id: `lesson-${i}`, kind: 'lesson', schema: kinds.lesson.version, version, body: asJson(lessonBody(one)) };
  });
  value(await adopt(store, records));
  const { fits } = await forPage(store.relaxed, { ...page, body: `${page.body} Send ${proof}.` }, { limit: 5 });
  expect(fits.map(({ record }) => record.page)).toEqual(['https://pay.example/']);
});

describe('while the index is made anew', () => {
  const lesson = { title: 'No refund after a chargeback', quote: 'the bank decides', target: undefined };
  const matched = async (db: Reading, patienceMs?: number) => {
    const { fits, isPartial } = await forPage(db, page, {
      limit: 5,
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
    return { titles: fits.map(({ record }) => 'title' in record.body && record.body.title), isPartial };
  };
  const whole = { titles: [lesson.title], isPartial: undefined };

  async function indexed(): Promise<Device> {
    const device = createDevice();
    await keepLesson(device, lesson);
    for (let i = 0; i < 20; i++) await keepLesson(device, { title: `Note ${i}`, quote: `something else, number ${i}` });
    await flush(device.store.relaxed, 1);
    return device;
  }

  it('after an update, a page finds what fits, as far as that was read; what it cannot tell of yet it says', async () => {
    const device = await indexed();
    await device.store.relaxed.segments.toCollection().modify({ format: 99 });
    const updated = reopen(device);
    const hasty = await matched(updated.relaxed, 0);
    expect(hasty.isPartial === true || hasty.titles.length === 1).toBe(true);
    expect(await matched(updated.relaxed, 60_000)).toEqual(whole);
    while (await tendIndex(updated, 0));
    expect(await matched(updated.relaxed)).toEqual(whole);
  });

  it('is so far that nobody waits, where the records were read while the page was', async () => {
    const device = await indexed();
    await device.store.relaxed.segments.toCollection().modify({ format: 99 });
    const { relaxed } = reopen(device);
    await prepareForPage(relaxed);
    await expect.poll(async () => (await matched(relaxed, 0)).titles).toEqual([lesson.title]);
  });

  it('where a page meets damage, what fits is found all the same, and the index is made anew', async () => {
    const device = await indexed();
    const db = device.store.relaxed;
    for (const leaf of await db.leaves.toArray())
      await db.leaves.put({ ...leaf, data: leaf.data.map((byte) => byte ^ 1) });
    expect(await matched(db, 60_000)).toEqual(whole);
    expect(await tendIndex(device.store, 0), 'there was something to do').toBe(true);
    while (await tendIndex(device.store, 0));
    expect(await matched(db)).toEqual(whole);
  });
});
