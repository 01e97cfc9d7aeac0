import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siftNews } from '../../src/ui/news.ts';

interface One {
  id: string;
  isMine: boolean;
}
const one = (id: string, isMine = false): One => ({ id, isMine });
const ids = (list: One[]) => list.map(({ id }) => id);
const sieve = { nameOf: ({ id }: One) => id, isMine: ({ isMine }: One) => isMine };

test('at first everything is shown, or so many', () => {
  expect(siftNews([one('a'), one('b')], null, sieve)).toEqual({ shown: [one('a'), one('b')], news: [] });
  expect(siftNews([one('a'), one('b')], null, { ...sieve, most: 1 })).toEqual({ shown: [one('a')], news: [] });
});

test("what a colleague shares while one reads waits; one's own does not", () => {
  const { shown, news } = siftNews([one('new'), one('mine', true), one('a')], ['a'], sieve);
  expect(ids(shown)).toEqual(['mine', 'a']);
  expect(ids(news)).toEqual(['new']);
});

test('where there is nothing to read yet, nothing waits', () => {
  expect(ids(siftNews([one('new')], [], sieve).shown)).toEqual(['new']);
  expect(ids(siftNews([one('new')], ['gone'], sieve).shown)).toEqual(['new']);
});

test('where something is read beside it, what comes waits also where nothing stood', () => {
  const { shown, news } = siftNews([one('new')], [], { ...sieve, isRead: true });
  expect([ids(shown), ids(news)]).toEqual([[], ['new']]);
});

test('what is shown keeps its order, whatever is better by now; what left comes back to its place', () => {
  expect(ids(siftNews([one('c'), one('b'), one('a')], ['a', 'b', 'c'], sieve).shown)).toEqual(['a', 'b', 'c']);
  expect(ids(siftNews([one('c'), one('a')], ['a', 'b', 'c'], sieve).shown)).toEqual(['a', 'c']);
});

test('what stood below so many is no news, nor does it move up; where there is room for it, it is', () => {
  const full = siftNews([one('new'), one('a'), one('c')], ['a', 'b'], { ...sieve, most: 2 });
  expect([ids(full.shown), ids(full.news)]).toEqual([['a'], ['new']]);
  expect(ids(siftNews([one('a'), one('c')], ['a'], { ...sieve, most: 2 }).news)).toEqual(['c']);
});

test("of one's own, too, what stood below so many does not come up", () => {
  const own = Array.from({ length: 40 }, (_, i) => one(String(i), true));
  const first = siftNews(own, null, { ...sieve, most: 12 }).shown;
  expect(ids(siftNews(own, ids(first), { ...sieve, most: 12 }).shown)).toEqual(ids(own.slice(0, 12)));
  expect(ids(siftNews([one('new', true), ...own], ids(first), { ...sieve, most: 12 }).shown)).toEqual([
    'new',
    ...ids(own.slice(0, 12)),
  ]);
});

test('what may stand elsewhere comes only if it is shown already', () => {
  const { shown, news } = siftNews([one('a'), one('b')], ['a'], { ...sieve, mayCome: () => false });
  expect([ids(shown), ids(news)]).toEqual([['a'], []]);
});

test('nothing is lost or doubled, and what was read keeps its order', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.string(), isMine: fc.boolean() }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(list, fc.uniqueArray(fc.string()), fc.boolean(), (latest, known, isRead) => {
      const { shown, news } = siftNews(latest, known, { ...sieve, isRead });
      expect([...ids(shown), ...ids(news)].sort()).toEqual(ids(latest).sort());
      const stay = known.filter((id) => ids(latest).includes(id));
      expect(ids(shown).filter((id) => known.includes(id))).toEqual(stay);
    }),
  );
});
