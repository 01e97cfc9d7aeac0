import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice } from './device.ts';
import { takeMany } from './take-many.ts';

it.each([
  ['dokcer or rebase ', ['Docker setup', 'Git rebase'], ['dokcer']],
  ['dokcer or rebsae ', ['Docker setup', 'Git rebase'], ['dokcer', 'rebsae']],
  ['wifi or rebase ', ['A wi-fi that fails', 'Git rebase'], ['wifi']],
  ['Schlüssel or rebase ', ['Git rebase', 'Schlüsselübergabe morgen'], undefined],
  ['qwoxyz or rebase ', ['Git rebase'], undefined],
  ['qwoxyz or mlurkp ', [], undefined],
])('each word of a choice is corrected as it would be alone: %s', async (typed, titles, unwritten) => {
  const device = createDevice();
  const lessons = ['Docker setup', 'Git rebase', 'A wi-fi that fails'].map((title) => ({ title, lang: 'en' }));
  await takeMany(device, [...lessons, { title: 'Schlüsselübergabe morgen', lang: 'de' }]);
  const found = await find(device.store.relaxed, typed, { limit: 10 });
  expect(found.hits.map(({ record }) => (record.body as { title: string }).title).toSorted()).toEqual(titles);
  expect(found.hits.every(({ isWhole }) => isWhole)).toBe(true);
  expect(found.unwritten).toEqual(unwritten);
});
