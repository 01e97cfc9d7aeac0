import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siftNews } from '../../src/ui/news.ts';

const one = (id: string, isMine = false) => ({ record: { id, isMine } });
const ids = (list: { record: { id: string } }[]) => list.map(({ record }) => record.id);

test('at first everything is shown', () => {
  expect(siftNews([one('a')], null)).toEqual({ shown: [one('a')], news: [] });
});

test("what a colleague shares while one reads waits; one's own does not", () => {
  const { shown, news } = siftNews([one('new'), one('a'), one('mine', true)], new Set(['a']));
  expect(ids(shown)).toEqual(['a', 'mine']);
  expect(ids(news)).toEqual(['new']);
});

test('where there is nothing to read yet, nothing waits', () => {
  expect(ids(siftNews([one('new')], new Set()).shown)).toEqual(['new']);
  expect(ids(siftNews([one('new')], new Set(['gone'])).shown)).toEqual(['new']);
});

test('nothing is lost or doubled, and what was read keeps its order', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.string(), isMine: fc.boolean() }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(list, fc.array(fc.string()), (records, known) => {
      const latest = records.map((record) => ({ record }));
      const { shown, news } = siftNews(latest, new Set(known));
      expect([...ids(shown), ...ids(news)].sort()).toEqual(ids(latest).sort());
      expect(ids(shown)).toEqual(ids(latest).filter((id) => ids(shown).includes(id)));
    }),
  );
});
