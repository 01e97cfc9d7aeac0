import { expect, it } from 'vitest';
import { complete } from '../../src/store/complete.ts';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

it('a tag is found as Markdown has it, with its sign', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  const found = async (typed: string) => {
    const { hits } = await find(db, typed, { limit: 10 });
    return hits.map(({ record }) => record.id).sort();
  };
  await keepLesson(device, { tags: ['rust'] }, 'a');
  await keepLesson(device, { tags: ['Home Office', 'c#'] }, 'b');
  await keepLesson(device, {}, 'c');
  for (const typed of ['tag:#rust', 'tag:＃Rust', 'tag:##rust', 'tag:#ru', 'guide tag:#rust', 'tag:#rust or tag:#go'])
    expect(await found(typed), typed).toEqual(['a']);
  for (const typed of ['tag:"#home office"', 'tag:#home', 'tag:c#', 'tag:#c#'])
    expect(await found(typed), typed).toEqual(['b']);
  // While no more than the sign stands, any tag begins so.
  expect(await found('tag:#')).toEqual(['a', 'b']);
  expect(await found('is:lesson -tag:#rust')).toEqual(['b', 'c']);
  expect(await found('tag:#nothing')).toEqual([]);
  expect(await complete(db, 'tag:#ru', 5)).toEqual(['tag:rust ']);
  expect(await complete(db, 'tag:#', 5)).toHaveLength(3);
  await keepLesson(device, { tags: ['#rust'] }, 'd');
  for (const typed of ['tag:#rust', 'tag:#ru', 'tag:#']) expect(await found(typed), typed).toEqual(['d']);
  expect(await found('tag:rust')).toEqual(['a']);
  expect(await complete(db, 'tag:#ru', 5)).toEqual(['tag:#rust ', 'tag:rust ']);
});
