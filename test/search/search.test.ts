import { expect, it, vi } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { search } from '../../src/search/find/search.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

/** More than are looked at in one go, the oldest ten of them with the words the other way round. */
const TEXTS = Array.from({ length: 1_250 }, (_, i) => (i < 10 ? 'green apple' : 'apple green'));
const { index, entries } = createMemoryIndex(TEXTS.map((title) => ({ title, lang: 'en', site: '' })));
const numbers = TEXTS.map((_, i) => i);
let loaded = 0;
const load = async (some: number[]) => {
  loaded += some.length;
  return loadFrom(entries, numbers)(some);
};

it.each([
  ['words in a row', '"green apple"', undefined],
  ['what only the record tells', 'apple', (number: number) => number < 10],
])('%s are found where a thousand that fit better have them not', async (_, typed, keeps) => {
  const { hits, whole, total, isCut } = await search(index, parseQuery(typed), {
    limit: 5,
    load,
    ...(keeps ? { keeps } : {}),
  });
  expect(hits).toHaveLength(5);
  expect(hits.every(({ loaded: { item } }) => item < 10)).toBe(true);
  expect([whole, total, isCut]).toEqual([10, 10, undefined]);
});

it('no more are read than it takes to fill the limit, and it is said that there may be more', async () => {
  loaded = 0;
  const keeps = (item: number) => item !== 7;
  const { whole, isCut } = await search(index, parseQuery('apple'), { limit: 5, load, keeps });
  expect([loaded, whole, isCut]).toEqual([1_000, 1_000, true]);
});

it('for words in a row two hundred at a time', async () => {
  loaded = 0;
  const { whole, isCut } = await search(index, parseQuery('"apple green"'), { limit: 5, load });
  expect([loaded, whole, isCut]).toEqual([200, 200, true]);
  loaded = 0;
  const more = await search(index, parseQuery('"apple green"'), { limit: 250, load });
  expect([loaded, more.hits.length, more.isCut]).toEqual([400, 250, true]);
  loaded = 0;
  const all = await search(index, parseQuery('"apple green"'), { limit: 1_250, load });
  expect([loaded, all.whole, all.isCut]).toEqual([1_250, 1_240, undefined]);
});

it('what lacks one of the words in a row is not read, but where a word may go on', async () => {
  const titles = Array.from({ length: 500 }, (_, i) => (i % 50 === 0 ? 'green apple' : 'green pear'));
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, lang: 'en', site: '' })));
  const asked: number[] = [];
  const loadThese = (some: number[]) => {
    asked.push(...some);
    return loadFrom(entries, titles)(some);
  };
  const found = async (typed: string) => {
    asked.length = 0;
    const { whole, total } = await search(index, parseQuery(typed), { limit: 20, load: loadThese });
    return [asked.length, whole, total];
  };
  expect(await found('"green apple"')).toEqual([10, 10, 10]);
  expect(await found('pie "green apple" ')).toEqual([10, 0, 10]);
  expect((await found('"green a'))[2]).toBe(10);
});

it('no more are asked than somebody wants to be', async () => {
  loaded = 0;
  const { hits } = await search(index, parseQuery('apple'), { limit: 5, load, keeps: (item) => item < 10, asked: 200 });
  expect([loaded, hits]).toEqual([200, []]);
});

it('what would take long ends where nobody waits for it any more', async () => {
  loaded = 0;
  const overtaken = new AbortController();
  const loadAndLeave = (some: number[]) => {
    overtaken.abort();
    return load(some);
  };
  const searching = search(index, parseQuery('"green apple"'), {
    limit: 5,
    load: loadAndLeave,
    signal: overtaken.signal,
  });
  await expect(searching).rejects.toThrow(/abort/i);
  expect(loaded).toBe(200);
});

/** So many that a beginning of two letters is not looked through to the end: half of them say as much of it as can be said. */
const MANY = 20_000;
const titleOf = (i: number): string => {
  if (i < 3) return 'quince apple';
  if (i < 60) return 'quince';
  return i % 2 === 0 ? 'apple apple apple apple' : 'a tart with apple';
};
const many = createMemoryIndex(Array.from({ length: MANY }, (_, i) => ({ title: titleOf(i), lang: 'en', site: '' })));
const loadMany = loadFrom(
  many.entries,
  many.entries.map((_, i) => i),
);

it.each([
  ['ap', [19_943, 19_943, true]],
  ['quince ap', [3, 19_943, true]],
  ['apple', [19_943, 19_943, undefined]],
  ['tart ap', [9_970, 9_970, undefined]],
])('how many there are is said to be about so only where they were not counted to the end: %s', async (typed, said) => {
  const { whole, total, isAbout } = await search(many.index, parseQuery(typed), { limit: 5, load: loadMany });
  expect([whole, total, isAbout]).toEqual(said);
});

it('where all were looked at it is not said that there may be more, though some are gone', async () => {
  const index = { ...many.index, isGone: (number: number) => number % 2 === 1 };
  const keeps = (number: number) => number % 3 === 0;
  const { whole, isCut } = await search(index, parseQuery('ap'), { limit: 5_000, load: loadMany, keeps });
  expect([whole, isCut]).toEqual([3_325, undefined]);
});

it('what may be kept is found by its number where so many fit better that not all are asked, whole or in part', async () => {
  const records = Array.from({ length: 21_100 }, (_, i) => ({
    title: i < 3 ? 'an apple' : 'apple',
    lang: 'en',
    site: '',
  }));
  const { index, entries } = createMemoryIndex(records);
  const load = loadFrom(
    entries,
    entries.map((_, i) => i),
  );
  const keeps = (number: number) => number < 3;
  const among = async () => keeps;
  for (const typed of ['apple', 'apple quince']) {
    const asked = await search(index, parseQuery(typed), { limit: 5, load, keeps });
    expect([asked.hits.length, asked.isCut], typed).toEqual([0, true]);
    const told = await search(index, parseQuery(typed), { limit: 5, load, keeps, among });
    expect([told.hits.length, told.total, told.isCut], typed).toEqual([3, 3, undefined]);
  }
});

it('of dozens of words that nothing has few are looked for with a slip, and of long ones none', async () => {
  const [part] = index.parts;
  const looked = vi.spyOn(part as NonNullable<typeof part>, 'terms');
  const found = async (typed: string) => {
    looked.mockClear();
    const { hits } = await search(index, parseQuery(typed), { limit: 5, load });
    return [hits.length, looked.mock.calls.length];
  };
  expect(await found('gren appel ')).toEqual([5, 2]);
  const pasted = Array.from({ length: 40 }, (_, i) => `trace${String.fromCharCode(97 + i / 26, 97 + (i % 26))}`);
  expect(await found(pasted.join(' '))).toEqual([0, 6]);
  expect(await found('f00d'.repeat(16))).toEqual([0, 0]);
  looked.mockRestore();
});

it.each(['错误代码 or 连接超时 or 网络故障 or 内存泄漏', '数据库连接超时错误 or 内存持续泄漏故障'])(
  'of each thing in a choice all is asked for: %s',
  async (typed) => {
    const titles = ['内存条很贵', '内存泄漏', '内存持续泄漏故障', '网络很好'];
    const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
    const { hits } = await search(index, parseQuery(typed), { limit: 5, load: loadFrom(entries, titles) });
    const whole = hits.filter((hit) => hit.isWhole).map(({ loaded: { item } }) => item);
    expect(whole).toEqual([typed.includes('持续') ? '内存持续泄漏故障' : '内存泄漏']);
  },
);

it('of a choice between long ones none is whole that has only a word of one', async () => {
  const [some, others] = ['a', 'b'].map((letter) => Array.from({ length: 14 }, (_, i) => `${letter}${i}x`));
  const titles = [
    some,
    others,
    others?.slice(0, 1),
    some?.slice(3),
    [...(some ?? []).slice(0, 7), ...(others ?? []).slice(0, 6)],
  ];
  const { index, entries } = createMemoryIndex(titles.map((words) => ({ title: words?.join(' ') ?? '', site: '' })));
  const typed = [some, others].map((words) => words?.join('.')).join(' or ');
  const { hits } = await search(index, parseQuery(typed), { limit: 9, load: loadFrom(entries, titles) });
  expect(
    hits
      .filter((hit) => hit.isWhole)
      .map(({ loaded: { item } }) => titles.indexOf(item))
      .sort(),
  ).toEqual([0, 1]);
});

it('a word beside a choice between long ones is asked for as well, however many ways there are to meet the choice', async () => {
  const [some = '', others = ''] = ['a', 'b'].map((letter) =>
    Array.from({ length: 14 }, (_, i) => `${letter}${i}x`).join('.'),
  );
  const titles = [`${some} quokka`, some, `${others} quokka`, others];
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
  const options = { limit: 9, load: loadFrom(entries, titles) };
  const { hits } = await search(index, parseQuery(`${some} or ${others} quokka `), options);
  const whole = hits.filter(({ isWhole }) => isWhole).map(({ loaded: { item } }) => item);
  expect(whole.sort()).toEqual([`${some} quokka`, `${others} quokka`]);
});

it.each([
  ['80070005', 'error 0x80070005'],
  ['0x80070005', 'error 80070005'],
  ['8007000e', 'error 0x8007000E'],
  ['v2024', 'api 2024'],
  ['12', 'release v12'],
])('a code or a version is found with its sign and without: %s', async (typed, title) => {
  const { index, entries } = createMemoryIndex([
    { title, lang: 'en', site: '' },
    { title: 'another error', site: '' },
  ]);
  const { hits } = await search(index, parseQuery(typed), { limit: 5, load: loadFrom(entries, [0, 1]) });
  expect(hits.map(({ isWhole, loaded: { item } }) => [isWhole, item])).toEqual([[true, 0]]);
});

it.each(['how co', 'how ho', 'ho'])(
  'what is begun is marked, also where it stands for a small word (%s)',
  async (typed) => {
    const titles = ['How come'];
    const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
    const { hits } = await search(index, parseQuery(typed), { limit: 5, load: loadFrom(entries, titles) });
    expect(hits[0]?.marks.flat().length).toBeGreaterThan(0);
  },
);

it.each([
  ['release 2.14.2', 'rollback of v2.14.2'],
  ['release v2.14.2 ', 'rollback of v2.14.2'],
  ['release (2.14.2)', 'rollback of v2.14.2'],
  ['release #2.14.2', 'rollback of v2.14.2'],
  [':ship_it:', 'use :ship_it: when it is out'],
  ['path of $HOME', 'the path of all, home'],
])('what signs hold together comes before what says its parts elsewhere: %s', async (typed, first) => {
  const titles = [
    ['rollback of v2.14.2', 'undo the release'],
    ['release v2.14.3', 'the 2.14.3 release notes say that this release needs a backup'],
    ['use :ship_it: when it is out', ''],
    ['shipping', 'what ships with it, shipped as it ships'],
    ['path, and all of home', ''],
    ['the path of all, home', ''],
    ...Array.from({ length: 60 }, (_, i) => [`release ${i}`, `of 2, ${i} and 14`]),
  ];
  const { index, entries } = createMemoryIndex(titles.map(([title, note]) => ({ title, note, lang: 'en', site: '' })));
  const { hits } = await search(index, parseQuery(typed), { limit: 3, load: loadFrom(entries, titles) });
  expect(hits[0]?.loaded.item[0]).toBe(first);
});

it.each([
  ['إعدادات', 0],
  ['اعداد', 0],
  ['الصفحة', 1],
  ['הגדרות', 2],
  ['הגד', 2],
  ['האבטחה', 3],
])('in Arabic and Hebrew the article is no part of what is meant: %s', async (typed, at) => {
  const titles = ['اختر الإعدادات', 'افتح صفحة', 'פתחו את ההגדרות', 'בחרו אבטחה', ...TEXTS.slice(0, 20)];
  const tongue = (i: number) => ({ lang: i % 2 ? 'en' : 'ar', site: '' });
  const { index, entries } = createMemoryIndex(titles.map((title, i) => ({ title, ...tongue(i) })));
  const loadThese = loadFrom(
    entries,
    titles.map((_, i) => i),
  );
  for (const now of [typed, `${typed} `].slice(0, typed === 'اعداد' || typed === 'הגד' ? 1 : 2)) {
    const { hits, whole } = await search(index, parseQuery(now), { limit: 3, load: loadThese });
    expect([whole, ...hits.map(({ loaded }) => loaded.item)]).toEqual([1, at]);
    expect(hits[0]?.marks[0]).toHaveLength(3);
  }
  for (const article of ['ال', 'ה'])
    expect((await search(index, parseQuery(article), { limit: 30, load: loadThese })).total).toBeLessThan(3);
});
