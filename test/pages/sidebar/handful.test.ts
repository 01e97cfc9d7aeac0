import { expect, test } from 'vitest';
import type { Placed } from '../../../src/pages/sidebar/page/arrange.ts';
import { takeHandful } from '../../../src/pages/sidebar/page/handful.ts';

const one = (id: string, created: number, change: Partial<Placed['record']> = {}): Placed => ({
  record: { id, created, kind: 'lesson', isMine: false, ...change } as Placed['record'],
  place: undefined,
});
const drawn = (handful: { drawn: ReadonlySet<string> }) => [...handful.drawn].sort();

const flood = Array.from({ length: 50 }, (_, i) => one(`t${i}`, i));

test("of very many the best are drawn: one's own, what waits for an answer, the newest", () => {
  const all = [...flood, one('mine', 0, { isMine: true }), one('asked', 1, { kind: 'question' })];
  expect(drawn(takeHandful(all, null, 'page', 4))).toEqual(['asked', 'mine', 't48', 't49']);
});

test('what was drawn stays, whatever comes; what comes in is drawn as well; more fills up', () => {
  const first = takeHandful(flood, null, 'page', 2);
  expect(drawn(first)).toEqual(['t48', 't49']);
  const second = takeHandful([...flood, one('new', 99), one('mine', 98, { isMine: true })], first, 'page', 2);
  expect(drawn(second)).toEqual(['mine', 'new', 't48', 't49']);
  expect(drawn(takeHandful(flood, second, 'page', 5))).toEqual(['t45', 't46', 't47', 't48', 't49']);
});

test('another page begins anew', () => {
  const first = takeHandful(flood, null, 'page', 2);
  expect(drawn(takeHandful([one('a', 1), one('t1', 2)], first, 'other', 2))).toEqual(['a', 't1']);
});
