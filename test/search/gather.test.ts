import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather } from '../../src/search/gather.ts';
import { createPacker, pack, packed } from '../../src/search/packer.ts';
import { ENTRY, FINE, type List, padded } from '../../src/search/postings.ts';
import type { Slot } from '../../src/search/slot.ts';
import { type Answered, slotWeight } from '../../src/search/steps.ts';
import { IMPACT_MAX, rarity } from '../../src/search/weight.ts';

const RECORDS = 100_000;
const GONE = 7;

/** Numbers far apart and close together, so that windows are crossed, left out and shared. */
const number = fc.oneof(fc.nat(40), fc.integer({ min: 32_760, max: 32_775 }), fc.nat(RECORDS - 1));
type Some = [number: number, impact: number][];

/** Lists as they are stored, and what is in them. */
const contents = new WeakMap<List, Some>();
const some = fc.uniqueArray(fc.tuple(number, fc.integer({ min: 1, max: IMPACT_MAX })), {
  maxLength: 40,
  selector: ([n]) => n,
});
const postings = fc.tuple(some, fc.boolean()).map(([some, isNew]): List => {
  const sorted = some.toSorted((a, b) => a[0] - b[0]);
  const packer = createPacker();
  for (const [n, impact] of sorted) pack(packer, n, impact, FINE);
  const { count, bytes } = packed(packer);
  const list = isNew
    ? { count, entries: sorted.map(([n, impact]) => n * ENTRY + impact) }
    : { count, bytes: padded(bytes), at: 0, from: 0, scale: FINE };
  contents.set(list, sorted);
  return list;
});
const inside = (list: List): Some => contents.get(list) ?? [];
const matcher = fc.record({
  weight: fc.constantFrom(1, 0.7),
  having: fc.constant(0),
  lists: fc.array(postings, { maxLength: 3 }),
});
const answered: fc.Arbitrary<Answered> = fc.record({
  slot: fc.record({
    role: fc.constantFrom<Slot['role']>('needed', 'needed', 'needed', 'stop', 'extra', 'filter', 'barred'),
    matchers: fc.constant([]),
    counts: fc.constantFrom(1, 2),
    word: fc.constant(''),
  }),
  found: fc.array(matcher, { minLength: 1, maxLength: 2 }),
});

const isGone = (n: number) => n % GONE === 0;

/** The same, a record at a time. */
function slowly(slots: Answered[]) {
  const numbers = new Set(
    slots.flatMap(({ found }) => found.flatMap(({ lists }) => lists.flatMap((l) => inside(l).map(([n]) => n)))),
  );
  const saysOf = ({ found }: Answered, n: number): number =>
    Math.max(
      0,
      ...found.flatMap(({ weight, lists }) => {
        const having = new Set(lists.flatMap((list) => inside(list).map(([other]) => other))).size;
        const unit = Math.max(1e-9, (weight * rarity(having, RECORDS)) / IMPACT_MAX);
        return lists.map((list) => unit * (inside(list).find(([other]) => other === n)?.[1] ?? 0));
      }),
    );
  const of = (role: Slot['role']) => slots.filter(({ slot }) => slot.role === role);
  const needed = of('needed');
  return [...numbers].flatMap((n) => {
    if (isGone(n) || of('barred').some((one) => saysOf(one, n) > 0) || !of('filter').every((one) => saysOf(one, n) > 0))
      return [];
    const met = needed.filter((one) => saysOf(one, n) > 0).length;
    const score = slots.reduce((sum, one) => sum + slotWeight(one.slot) * saysOf(one, n), 0);
    const isMet = needed.length > 0 ? met > 0 : of('filter').length > 0 || score > 0;
    return isMet ? [{ number: n, score, isWhole: met === needed.length }] : [];
  });
}

it('gathers what looking at each record by itself finds, however many are wanted', () => {
  fc.assert(
    fc.property(fc.array(answered, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (slots, most) => {
      const expected = slowly(slots);
      const { best, whole, all } = gather(slots, RECORDS, isGone, most);
      const isFilled = expected.filter((one) => one.isWhole).length >= most;
      expect(whole).toBe(expected.filter((one) => one.isWhole).length);
      if (!isFilled) expect(all).toBe(expected.length);
      const ranked = expected
        .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score)
        .slice(0, most);
      expect(best.map((one) => one.isWhole)).toEqual(ranked.map((one) => one.isWhole));
      for (const [i, one] of best.entries()) {
        expect(one.score).toBeCloseTo(ranked[i]?.score ?? -1, 3);
        expect(one.score).toBeCloseTo(expected.find((other) => other.number === one.number)?.score ?? -1, 3);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});

it('loses none that it only counts: fewer that are wanted are the first of all, of equals the newest', () => {
  const several = fc.array(answered, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(several, fc.integer({ min: 1, max: 12 }), (slots, most) => {
      const all = gather(slots, RECORDS, isGone, RECORDS, Number.POSITIVE_INFINITY);
      expect(all.best).toEqual(
        all.best.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score || b.number - a.number),
      );
      const few = gather(slots, RECORDS, isGone, most, Number.POSITIVE_INFINITY);
      expect(few).toEqual({ ...all, best: all.best.slice(0, most) });
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
