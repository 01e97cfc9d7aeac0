import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { BodyOf, KindName } from '../../src/domain/kinds/index.ts';
import { createId } from '../../src/kit/id.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { finishRemovals, remove, restore } from '../../src/store/remove.ts';
import { asJson } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, team, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const add = async <K extends KindName>(kind: K, body: BodyOf<K>) =>
  value(await keep(device.store, { id: createId(), kind, body }, device.clock)).id;
const lesson = (title: string, more: Partial<BodyOf<'lesson'>> = {}) =>
  add('lesson', { created: 1_000, title, ...more });
const at = (href: string) => ({ url: href, href, title: 'Page', selectors: [] });
const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 20 });
/** What has all of what was typed. */
const whole = async (typed: string): Promise<string[]> => {
  const { hits } = await ask(typed);
  const titles = hits.flatMap(({ record, isWhole }) => {
    const { title, text } = record.body as { title?: string; text?: string };
    return isWhole ? [title ?? text ?? ''] : [];
  });
  return titles.sort();
};

it('any of what stands around or is enough: names, phrases, words without spaces', async () => {
  await lesson('ERR_CONNECTION_RESET');
  await lesson('ERR_TIMED_OUT');
  await lesson('東京都の天気');
  await lesson('大阪府の地図');
  await lesson('猫が好き');
  await lesson('犬が好き');
  await lesson('garbage collector');
  await lesson('collector of garbage');
  await lesson('templates');
  expect(await whole('ERR_CONNECTION_RESET or ERR_TIMED_OUT')).toEqual(['ERR_CONNECTION_RESET', 'ERR_TIMED_OUT']);
  expect(await whole('東京都 or 大阪府')).toEqual(['大阪府の地図', '東京都の天気']);
  expect(await whole('猫 or 犬')).toEqual(['犬が好き', '猫が好き']);
  for (const typed of ['templates or "garbage collector"', '"garbage collector" or templates']) {
    expect(await whole(typed), typed).toEqual(['garbage collector', 'templates']);
  }
  expect(await whole('好き 猫 or templates')).toEqual(['猫が好き']);
});

it('any of some filters of one kind is enough', async () => {
  await addTeam(device.store, team(), device.clock);
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const theirs = (id: string, kind: string, author: string, body: object) => ({
    ...{ id, kind, author, schema: 1, version, body: asJson(body) },
  });
  const colleagues = ['Søren Kierkegård', 'María-José Núñez', 'Bob Ross'].flatMap((name, i) => [
    theirs(`profile-${i}`, 'profile', `author-${i}`, { created: 1, name }),
    theirs(`lesson-${i}`, 'lesson', `author-${i}`, { created: 1, title: `of ${name}` }),
  ]);
  value(await takeIn(device.store, 'team-1', colleagues));
  await lesson('alpha', { tags: ['alpha'], target: at('https://a.example/x') });
  await lesson('beta', { tags: ['Home Office'], target: at('https://b.example/y'), quote: 'said' });
  await lesson('newest', { created: new Date(2026, 5, 1).getTime() });
  const question = await add('question', { created: 1_000, text: 'open' });
  expect(question).toBeTruthy();
  expect(await whole('tag:alpha or tag:"home office"')).toEqual(['alpha', 'beta']);
  expect(await whole('site:a.example or site:b.example')).toEqual(['alpha', 'beta']);
  expect(await whole('by:soren or by:jose')).toEqual(['of María-José Núñez', 'of Søren Kierkegård']);
  expect(await whole('by:nunez')).toEqual(['of María-José Núñez']);
  expect(await whole('has:quote or has:tag')).toEqual(['alpha', 'beta']);
  expect(await whole('is:mine is:question or is:lesson')).toEqual(['alpha', 'beta', 'newest', 'open']);
  expect(await whole('is:unanswered or is:team')).toEqual([
    'of Bob Ross',
    'of María-José Núñez',
    'of Søren Kierkegård',
    'open',
  ]);
  expect(await whole('is:mine before:2020 or after:2026-06')).toEqual(['alpha', 'beta', 'newest', 'open']);
  expect(await whole('alpha tag:alpha or tag:nothing')).toEqual(['alpha']);
});

it('a choice that there is none of gets a sentence, and both are asked for', async () => {
  await lesson('tea', { tags: ['cup'] });
  const { hits, problem } = await ask('tag:cup or tea');
  expect(problem).toEqual({ code: 'search-or' });
  expect(hits).toHaveLength(1);
});

it('answers are read once for many letters, and again when one came or is being removed', async () => {
  const done = await add('question', { created: 1_000, text: 'done' });
  await add('question', { created: 2_000, text: 'open' });
  const answer = await add('answer', { created: 3_000, question: done, text: 'Because.' });
  const reading = vi.spyOn(IDBIndex.prototype, 'getAll');
  onTestFinished(() => reading.mockRestore());
  for (const typed of ['is:unanswered', 'is:unanswered o', 'is:unanswered op', '-is:unanswered']) await whole(typed);
  expect(await whole('is:unanswered')).toEqual(['open']);
  expect(reading).toHaveBeenCalledTimes(1);
  value(await remove(device.store, [[PRIVATE, answer]], 1_000, device.clock));
  expect((await whole('is:unanswered')).sort()).toEqual(['done', 'open']);
  value(await restore(device.store, [[PRIVATE, answer]]));
  expect(await whole('is:unanswered')).toEqual(['open']);
  expect(reading).toHaveBeenCalledTimes(3);
});

it('answers are read once where two ask for them at once, and again where that failed', async () => {
  await add('question', { created: 1_000, text: 'open' });
  const reading = vi.spyOn(IDBIndex.prototype, 'getAll');
  onTestFinished(() => reading.mockRestore());
  reading.mockImplementation(() => {
    throw new Error('The disk is broken.');
  });
  await expect(whole('is:unanswered')).rejects.toThrow('broken');
  reading.mockRestore();
  const again = vi.spyOn(IDBIndex.prototype, 'getAll');
  onTestFinished(() => again.mockRestore());
  expect(await Promise.all([whole('is:unanswered'), whole('is:unanswered op')])).toEqual([['open'], ['open']]);
  expect(again).toHaveBeenCalledTimes(1);
});

it('what is not unanswered is everything but a question that nobody has answered', async () => {
  await lesson('kept');
  await add('question', { created: 1_000, text: 'open' });
  const question = await add('question', { created: 1_000, text: 'done' });
  const answer = await add('answer', { created: 1_000, question, text: 'Because.' });
  expect(await whole('is:unanswered')).toEqual(['open']);
  expect(await whole('-is:unanswered is:question')).toEqual(['done']);
  expect(await whole('-is:unanswered is:lesson')).toEqual(['kept']);
  expect(await whole('-is:unanswered')).toEqual(['Because.', 'done', 'kept']);
  value(await remove(device.store, [[PRIVATE, answer]], 1_000, device.clock));
  expect(await whole('is:unanswered')).toEqual(['done', 'open']);
  value(await restore(device.store, [[PRIVATE, answer]]));
  expect(await whole('is:unanswered')).toEqual(['open']);
});

it('the beginning of a tag or site that there is none of stands for it wherever it is typed', async () => {
  await lesson('retry a request', { tags: ['operations'], target: at('https://github.com/x') });
  await lesson('retry a wash', { tags: ['ops'], target: at('https://git.example/y') });
  for (const typed of ['site:github', 'site:github retry', 'retry site:github ', '-site:git.example tag:opera retry']) {
    expect(await whole(typed), typed).toEqual(['retry a request']);
  }
  // Where there is one, it is meant, as soon as it is typed to its end.
  expect(await whole('tag:ops retry')).toEqual(['retry a wash']);
  expect(await whole('tag:op')).toHaveLength(2);
  const gone = await lesson('git', { tags: ['opera'] });
  for (const typed of ['tag:opera', 'git tag:opera', '-tag:operations -tag:ops'])
    expect(await whole(typed), typed).toEqual(['git']);
  expect(await whole('-tag:opera')).toHaveLength(2);
  expect(await whole('tag:opera retry')).toEqual([]);
  value(await remove(device.store, [[PRIVATE, gone]], 1_000, device.clock));
  device.turn(1_001);
  await finishRemovals(device.store, device.clock);
  expect(await whole('tag:opera retry')).toEqual(['retry a request']);
});

it('a name of several words is left out as a whole', async () => {
  await lesson('async iterators in Node.js');
  await lesson('async in browser js, no node there');
  await lesson('async of foo_bar');
  await lesson('async of foo, then bar');
  expect(await whole('async -node.js')).not.toContain('async iterators in Node.js');
  expect(await whole('async -node.js')).toContain('async in browser js, no node there');
  expect(await whole('async -node.js -foo_bar')).toEqual([
    'async in browser js, no node there',
    'async of foo, then bar',
  ]);
});

it('where something in quotes is left out and nothing asked for, all others are found, the newest first', async () => {
  await lesson('green tea');
  await lesson('cup of tea');
  await lesson('coffee');
  const { hits, total } = await ask('-"green tea"');
  expect(hits.map(({ record }) => (record.body as { title?: string }).title)).toEqual(['coffee', 'cup of tea']);
  expect(total).toBe(2);
  expect(await whole('-"tea"')).toEqual(['coffee']);
  expect(await whole('-"green tea" -"coffee"')).toEqual(['cup of tea']);
});

it('a site is met by a pasted address, and as people spell it', async () => {
  await lesson('docs', { target: at('https://docs.example.com/guide') });
  await lesson('local', { target: at('http://localhost:3000/x') });
  await lesson('hall', { target: at('https://münchen.de/rathaus') });
  for (const typed of ['https://docs.example.com/', 'docs.example.com/guide?utm_source=a#b', 'www.example.com']) {
    expect(await whole(`site:${typed} docs`), typed).toEqual(['docs']);
  }
  expect(await whole('site:localhost:3000')).toEqual(['local']);
  for (const typed of ['site:münchen.de', 'site:mün', 'site:munchen.de', 'site:xn--mnchen-3ya.de', 'münchen']) {
    expect(await whole(typed), typed).toEqual(['hall']);
  }
  // It is marked in the site as it is shown.
  for (const typed of ['münchen', 'munchen']) expect((await ask(typed)).hits[0]?.marks[5], typed).toEqual([0, 7, 0]);
});

it('the first letter of a next word takes nothing away of what has the words before it', async () => {
  await lesson('reset the password');
  await lesson('reset p values in R');
  await lesson('how to reset a router', { tags: ['home'] });
  await lesson('language R');
  for (const typed of ['reset', 'reset ', 'reset p', 'reset r', 'reset q'])
    expect(await whole(typed), typed).toEqual(['how to reset a router', 'reset p values in R', 'reset the password']);
  expect(await whole('has:tag r')).toEqual(await whole('has:tag'));
  // It counts all the same; alone, or as a word of its own, it is what is asked for.
  expect((await ask('reset p')).hits[0]?.record.body).toMatchObject({ title: 'reset p values in R' });
  expect(await whole('r')).toEqual(['language R', 'reset p values in R']);
  expect(await whole('reset r ')).toEqual(['reset p values in R']);
  // A sign is no beginning.
  await lesson('reset ❤');
  expect(await whole('reset ❤')).toEqual(['reset ❤']);
});

it('quotes and signs as they are set or typed in the East mean what plain ones do', async () => {
  await lesson('two words in a row', { tags: ['alpha'] });
  await lesson('words, two of them');
  await add('question', { created: 1, text: 'two words?', place: at('https://a.example/') } as never);
  for (const typed of ['“two words” row', '„two words“ row', '«two words» row', '»two words« row', '＂two words＂ row'])
    expect(await whole(typed), typed).toEqual(['two words in a row']);
  expect(await whole('ｉｓ：question')).toEqual(await whole('is:question'));
  expect(await whole('tag：alpha')).toEqual(['two words in a row']);
  // A sign that points is none.
  expect(await whole('words » two')).toEqual(await whole('words two'));
});

it('a tag that stands is meant alone in the very first search of an index that cannot be read', async () => {
  for (const tag of ['go', 'google']) await lesson(`about ${tag}`, { tags: [tag] });
  await flush(device.store.relaxed, 1);
  await device.store.relaxed.segments.toCollection().modify({ format: 99 });
  expect(await whole('tag:go ')).toEqual(['about go']);
});
