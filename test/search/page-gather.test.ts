import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather } from '../../src/search/find/gather.ts';
import { gatherForPage } from '../../src/search/page/page-gather.ts';
import { pack } from '../../src/search/stored/packer.ts';
import { ENTRY, FINE, type List } from '../../src/search/stored/postings.ts';
import { IMPACT_MAX, rarity } from '../../src/search/text/weight.ts';

const RECORDS = 100_000;
/** The records of two segments, numbers far apart and close together, so that windows are crossed, left out and shared. */
const SECOND_FROM = 70_000;
const number = fc.oneof(fc.nat(40), fc.integer({ min: 32_760, max: 32_775 }), fc.nat(RECORDS - 1));
const isGone = (n: number) => n % 7 === 0;

const some = fc.uniqueArray(fc.tuple(number, fc.integer({ min: 1, max: IMPACT_MAX })), {
  maxLength: 40,
  selector: ([n]) => n,
});

function toList(list: [number, number][]): List {
  const entries = Uint32Array.from(list, ([n, impact]) => n * ENTRY + impact).sort();
  const bytes = Uint8Array.of(...pack(entries, 0, FINE), 0, 0, 0, 0);
  return { count: list.length, bytes, at: 0, from: 0, scale: FINE };
}

/** One term's records, a list for each segment. */
const term = some.map((all) => [
  toList(all.filter(([n]) => n < SECOND_FROM)),
  toList(all.filter(([n]) => n >= SECOND_FROM)),
]);

it('finds what a search finds whose slots only count', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ lists: term, counts: fc.constantFrom(1, 2, 5) }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 60 }),
      (terms, most) => {
        const answered = terms.map(({ lists, counts }) => ({
          slot: { role: 'needed' as const, matchers: [], word: '' },
          found: [{ weight: counts, having: lists.reduce((sum, { count }) => sum + count, 0), lists }],
        }));
        const speakers = terms.map(({ lists, counts }) => {
          const having = lists.reduce((sum, { count }) => sum + count, 0);
          return { lists, unit: Math.max(1e-9, (counts * rarity(having, RECORDS)) / IMPACT_MAX) };
        });
        const found = gatherForPage(speakers, isGone, most);
        const all = gather(answered, RECORDS, isGone, RECORDS, Number.POSITIVE_INFINITY).best;
        const expected = all.toSorted((a, b) => b.score - a.score || b.number - a.number).slice(0, most);
        expect(found.length).toBe(expected.length);
        for (const [i, { score }] of found.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, 3);
        const scores = new Map(all.map((one) => [one.number, one.score]));
        for (const { number: n, score } of found) expect(scores.get(n)).toBeCloseTo(score, 3);
      },
    ),
  );
});
