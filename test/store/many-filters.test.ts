import { beforeEach, expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, type Device, keepLesson } from './device.ts';

/** More than are asked of words. */
const words = Array.from({ length: 130 }, (_, i) => `word${i}`).join(' ');
const left = Array.from({ length: 130 }, (_, i) => `-gone${i}`).join(' ');

let device: Device;
beforeEach(async () => {
  device = createDevice();
  for (const tag of ['one', 'other']) await keepLesson(device, { title: tag, note: words, tags: [tag] });
});

const found = async (typed: string) =>
  (await find(device.store.relaxed, typed, { limit: 10 })).hits.map(({ record }) => record.body).map(titleOf);
const titleOf = (body: object) => ('title' in body ? body.title : undefined);

it('a tag narrows what has a long passage in quotes', async () => {
  expect(await found(`"${words}" tag:one`)).toEqual(['one']);
  expect(await found(`"${words}" -tag:one`)).toEqual(['other']);
});

it('whatever is left out last is left out, however much was before it', async () => {
  expect(await found(`word7 ${left} -other`)).toEqual(['one']);
  expect(await found(`word7 ${left} -tag:other`)).toEqual(['one']);
});

it('each of a hundred and more operators narrows', async () => {
  expect(await found(`word7 ${'has:note '.repeat(130)}tag:one`)).toEqual(['one']);
  expect(await found(`word7 ${'has:note '.repeat(130)}`)).toHaveLength(2);
});

it('what is left out is not taken for what is asked, however many operators there are', async () => {
  // Of the record's own tag and of another so many that one word that is left out would add up to what the others lack.
  const typed = `word7 ${'tag:one '.repeat(20)}${'tag:x '.repeat(256)}-word8`;
  expect(await found(typed)).toEqual([]);
});
