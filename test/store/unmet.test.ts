import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

const createKept = async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'The pelican waits', tags: ['birds'] });
  await keepLesson(device, { note: 'A title of a git book', tags: [] });
  return async (typed: string) => {
    const { problem, total } = await find(device.store.relaxed, typed, { limit: 10 });
    return [total, problem ? `${problem.code} ${problem.detail}` : ''];
  };
};

it.each([
  ['tag:nosuch', 'tag:nosuch'],
  ['by:nobody ', 'by:nobody'],
  ['pelican site:nowhere', 'site:nowhere'],
  ['site:docs.example tag:"no such" pelican', 'tag:"no such"'],
  ['is:lesson -tag:birds tag:nosuch', 'tag:nosuch'],
  ['tag：nosuch', 'tag:nosuch'],
  ['pelican ｔａｇ：＂no such＂', 'tag:"no such"'],
  ['tag:nosuch or tag:neither', 'tag:nosuch or tag:neither'],
  ['tag:"no ', 'tag:"no'],
  ['pelican by:"no such ', 'by:"no such'],
  ['tag:birds or tag:nosuch site:nowhere OR site:neither pelican', 'site:nowhere or site:neither'],
  [`tag:${'a'.repeat(100)}`, `tag:${'a'.repeat(56)} …`],
])('a filter that nothing fits is named: %s', async (typed, named) => {
  expect(await (await createKept())(typed)).toEqual([0, `search-unmet ${named}`]);
});

it('where each filter fits something none is named', async () => {
  const ask = await createKept();
  expect(await ask('tag:birds git')).toEqual([0, '']);
  expect(await ask('tag:birds')).toEqual([1, '']);
  expect(await ask('is:question')).toEqual([0, '']);
  // Of a choice one is enough.
  for (const typed of [
    'tag:birds or tag:nosuch',
    'tag:nosuch or tag:birds',
    'site:nowhere or site:docs.example or site:neither',
  ])
    expect(await ask(`${typed} is:question`), typed).toEqual([0, '']);
});

it.each([
  ['filetype:pdf', 'filetype:'],
  ['pelican Author:me', 'author:'],
  ['pelican intitle:"waits here"', 'intitle:'],
])('a filter that there is none of is named where nothing fits wholly: %s', async (typed, named) => {
  expect((await (await createKept())(typed))[1]).toBe(`search-unknown ${named}`);
});

it.each([
  'title:git',
  'https://nowhere.example/a:b',
  'std::vector quokka',
  'localhost:8080 quokka',
  'quokka: why',
  'C:\\quokka',
  'let a:string = quokka of all kinds',
])('what only has a colon is text, and nothing is said of filters: %s', async (typed) => {
  expect((await (await createKept())(typed))[1]).toBe('');
});

it('what was typed wrongly comes first', async () => {
  expect((await (await createKept())('tag:nosuch is:purple'))[1]).toBe('search-is purple');
});
