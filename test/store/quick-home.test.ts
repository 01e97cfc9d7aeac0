import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { keep } from '../../src/store/keep.ts';
import { quickOnPage, quickRecent, quickUnanswered } from '../../src/store/quick-home.ts';
import { quickStates } from '../../src/store/quick-states.ts';
import { recent } from '../../src/store/read.ts';
import { remove } from '../../src/store/remove.ts';
import { createDevice, keepLesson, PAGE, value } from './device.ts';

const target = { url: PAGE, href: PAGE, title: 'Guide', selectors: [] };

test('what is read past Dexie is what is read through it: newest first, without what is being removed', async () => {
  const device = createDevice();
  for (let i = 0; i < 12; i++) await keepLesson(device, { created: 1_000 + i, note: `n${i}` });
  const { id, team } = await keepLesson(device, { created: 5_000 });
  await remove(device.store, [[team, id]], 60_000, device.clock);
  const { relaxed } = device.store;
  const through = await recent(relaxed, 8);
  expect(await quickRecent(relaxed, 8)).toEqual(through);
  expect(through).toHaveLength(8);
  const onPage = await quickOnPage(relaxed, PAGE, 5);
  expect(onPage.map(({ created }) => created)).toEqual([1_011, 1_010, 1_009, 1_008, 1_007]);
  expect(await quickOnPage(relaxed, '', 5)).toEqual([]);
});

test('a question is open until it has an answer', async () => {
  const device = createDevice();
  const asked = async (text: string) =>
    value(
      await keep(device.store, { id: createId(), kind: 'question', body: { created: 1, text, target } }, device.clock),
    );
  const [first, second] = [await asked('Why?'), await asked('How?')];
  const body = { created: 2, question: first.id, text: 'Because' };
  value(await keep(device.store, { id: createId(), kind: 'answer', body }, device.clock));
  const { relaxed } = device.store;
  const questions = (await quickOnPage(relaxed, PAGE, 5)).filter((one) => one.kind === 'question');
  expect((await quickUnanswered(relaxed, questions)).map(({ id }) => id)).toEqual([second.id]);
  expect(Object.fromEntries(await quickStates(relaxed, questions))).toEqual({
    [` ${first.id}`]: 'answered',
    [` ${second.id}`]: 'open',
  });
});
