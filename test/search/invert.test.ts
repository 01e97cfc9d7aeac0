import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unpackAll } from '../../src/search/stored/blocks.ts';
import { placeOf } from '../../src/search/stored/packer.ts';
import { ENTRY, type Scale, scaleOf } from '../../src/search/stored/postings.ts';
import { storedBeginning } from '../../src/search/text/beginnings.ts';
import { forgetKnownTerms, knownTerm } from '../../src/search/text/known-terms.ts';
import { createInverter } from '../../src/search/write/invert.ts';

const FROM = 7;
const term = fc.oneof(
  fc.constantFrom('code', 'cod', 'co', 'cope', 'c', '東京', 'ümlaut', '\u0001klesson', '9a', '\ud800'),
  fc.string({ minLength: 1, maxLength: 3 }),
);
const impact = fc.integer({ min: 1, max: 15 });
const record = fc.record({
  gap: fc.integer({ min: 0, max: 300 }),
  terms: fc.dictionary(term, impact, { maxKeys: 12 }),
});

/** The long way: for each term in order, the records that have it, as [number, impact]. */
function invertSlowly(records: { number: number; terms: Record<string, number> }[]): [string, [number, number][]][] {
  const lists = new Map<string, Map<number, number>>();
  for (const { number, terms } of records) {
    for (const [one, impact] of Object.entries(terms)) {
      for (const name of [one, storedBeginning(one)]) {
        if (name === null) continue;
        const list = lists.get(name) ?? new Map<number, number>();
        lists.set(name, list.set(number, Math.max(impact, list.get(number) ?? 0)));
      }
    }
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const scale = scaleOf(name);
      return [name, [...list].map(([number, impact]) => [number, stored(impact, scale)])];
    });
}

/** What is left of an impact. */
const stored = (impact: number, scale: Scale): number => scale.least + scale.step * placeOf(impact, scale);

function read(inverter: ReturnType<typeof createInverter>): [string, [number, number][]][] {
  return Array.from(inverter.terms(), ([name, { count, bytes }]): [string, [number, number][]] => {
    const entries = new Uint32Array(count);
    unpackAll({ count, bytes: Uint8Array.of(...bytes, 0, 0, 0, 0), at: 0, from: FROM, scale: scaleOf(name) }, entries);
    return [name, Array.from(entries, (entry) => [Math.floor(entry / ENTRY), entry % ENTRY])];
  });
}

it('every term leads to its records, and every beginning to what says most of it', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.nat(30), (some, forgetAt) => {
      let number = FROM - 1;
      const records = some.map(({ gap, terms }) => {
        number += gap + 1;
        return { number, terms };
      });
      const [inverter, other] = [createInverter(FROM), createInverter(0)];
      for (const [i, { number, terms }] of records.entries()) {
        // Terms are made anew in the middle, and another inverter is at work with the same ones.
        if (i === forgetAt) forgetKnownTerms();
        inverter.begin(number);
        other.begin(number);
        for (const [one, impact] of Object.entries(terms)) {
          other.add(knownTerm(one), 1);
          inverter.add(knownTerm(one), impact);
        }
      }
      expect(read(inverter)).toEqual(invertSlowly(records));
    }),
  );
});

it('of far more than it begins with nothing is lost', () => {
  const inverter = createInverter(FROM);
  const records = Array.from({ length: 3_000 }, (_, i) => ({
    number: FROM + 2 * i,
    terms: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`w${(i * 7 + n) % 997}`, 1 + ((i + n) % 15)])),
  }));
  for (const { number, terms } of records) {
    inverter.begin(number);
    for (const [one, impact] of Object.entries(terms)) inverter.add(knownTerm(one), impact);
  }
  expect(read(inverter)).toEqual(invertSlowly(records));
});

it('the very first record is found by its beginning', () => {
  const inverter = createInverter(0);
  inverter.begin(0);
  inverter.add(knownTerm('code'), 5);
  expect(Array.from(inverter.terms(), ([name, { count }]) => [name, count])).toEqual([
    [storedBeginning('code'), 1],
    ['code', 1],
  ]);
});
