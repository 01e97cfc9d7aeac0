import { describe, expect, it } from 'vitest';
import { createSegmentPart } from '../../src/search/find/part.ts';
import { termsAmong } from '../../src/search/find/slip.ts';
import { stemsNear } from '../../src/search/find/stems-near.ts';
import { unpackAll } from '../../src/search/stored/blocks.ts';
import { readCensus, writeCensus } from '../../src/search/stored/census.ts';
import { DamagedIndex, readLeaf } from '../../src/search/stored/leaf.ts';
import { ENTRY, type List } from '../../src/search/stored/postings.ts';
import { knownTerm } from '../../src/search/text/known-terms.ts';
import { collectLeaves } from '../../src/search/write/collect.ts';
import { createInverter } from '../../src/search/write/invert.ts';
import { isOneSlipAway } from './one-slip.ts';

/** Words that look alike: enough for many leaves, near enough to be slips of each other. */
function makeWords(count: number): string[] {
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const letters = 'aabcdeeinorst\u00e9\u0436';
  const words = new Set<string>();
  while (words.size < count) {
    const rest = Array.from({ length: 1 + next(6) }, () => letters[next(letters.length)] ?? '');
    words.add(`co${'aou'[next(3)]}${rest.join('')}`);
  }
  return [...words];
}

const WORDS = makeWords(9_000);
const FROM = 500;

function createDictionary() {
  const inverter = createInverter(FROM);
  for (const [i, word] of WORDS.entries()) {
    inverter.begin(FROM + i);
    inverter.add(knownTerm(word), 1 + (i % 15));
    inverter.add(knownTerm('common'), 3);
  }
  const built = collectLeaves();
  for (const [term, postings] of inverter.terms()) built.add(term, postings);
  const { firsts, leaves: written, census } = built.close();
  const leaves = written.map(readLeaf);
  let read = 0;
  const part = createSegmentPart({
    from: FROM,
    firsts,
    census: async () => readCensus(census, firsts),
    leaves: async (places) => {
      read += places.length;
      return places.flatMap((at) => leaves[at] ?? []);
    },
  });
  return { part, leaves, readSoFar: () => read };
}

const { part, leaves, readSoFar } = createDictionary();
/** What stands in a list. */
function inside(list: List): [number: number, impact: number][] {
  const entries = new Uint32Array(list.count);
  unpackAll(list, entries);
  return [...entries].map((entry) => [Math.floor(entry / ENTRY), entry % ENTRY]);
}
const numbersOf = (met: string[]) => met.map((word) => FROM + WORDS.indexOf(word)).sort((a, b) => a - b);

describe('a segment of many leaves', () => {
  it('gives the same list each time, so that what is known of it can be remembered', async () => {
    const ask = async () => (await part.match([{ term: 'common', isBeginning: false, weight: 1 }]))[0]?.[0];
    expect(await ask()).toBeDefined();
    expect(await ask()).toBe(await ask());
  });

  it('gives every word its records', async () => {
    expect(leaves.length).toBeGreaterThan(10);
    const some = WORDS.filter((_, i) => i % 7 === 0);
    const found = await part.match(some.map((term) => ({ term, isBeginning: false, weight: 1 })));
    expect(found.map((lists) => lists.flatMap((list) => inside(list).map(([number]) => number)))).toEqual(
      some.map((word) => [FROM + WORDS.indexOf(word)]),
    );
    const [[common] = []] = await part.match([{ term: 'common', isBeginning: false, weight: 1 }]);
    const all = common ? inside(common) : [];
    expect(all.map(([number]) => number)).toEqual(WORDS.map((_, i) => FROM + i));
    expect(new Set(all.map(([, impact]) => impact))).toEqual(new Set([3]));
  });

  it.each(['co', 'coa', 'cost', 'cosé', 'zz'])('gives the beginning %s all its records', async (beginning) => {
    const [lists = []] = await part.match([{ term: beginning, isBeginning: true, weight: 1 }]);
    const numbers = [...new Set(lists.flatMap((list) => inside(list).map(([number]) => number)))].sort((a, b) => a - b);
    const all = 'common'.startsWith(beginning) ? WORDS : WORDS.filter((word) => word.startsWith(beginning));
    expect(numbers).toEqual(numbersOf(all));
  });

  it('finds every slip after the second letter, and reads no leaf that cannot hold one', async () => {
    const before = readSoFar();
    // Folded words have no accents.
    for (const word of WORDS.filter((one, i) => i % 60 === 0 && !one.includes('\u00e9'))) {
      const sorted = [...stemsNear(word, ['und']).keys()].filter((term) => term !== word && term !== 'common').sort();
      const isAlike = (other: string) =>
        /^[a-z\u0436]*$/.test(other) && (word.includes('\u0436') || !other.includes('\u0436'));
      const isMended = (other: string) => word.length > 4 || other.length > 4;
      const near = WORDS.filter((other) => isOneSlipAway(other, word) && isAlike(other) && isMended(other));
      expect(await termsAmong(part, word, sorted), word).toEqual(near.sort());
    }
    expect((readSoFar() - before) / (WORDS.length / 60)).toBeLessThan(0.9 * leaves.length);
  });

  it('says how many records have a word without reading a leaf, and hardly ever that some have one that none has', async () => {
    const before = readSoFar();
    const unknown = WORDS.map((word) => `${word}q`);
    const counted = await part.count([...WORDS, 'common', ...unknown]);
    expect(counted.slice(0, WORDS.length).every((having) => having === 1)).toBe(true);
    expect((counted[WORDS.length] ?? 0) / WORDS.length).toBeCloseTo(1, 1);
    expect(counted.slice(WORDS.length + 1).filter((having) => having > 0).length / unknown.length).toBeLessThan(0.01);
    expect(readSoFar()).toBe(before);
  });

  it('takes a census that is not of these leaves for damage', () => {
    expect(() => readCensus([new Uint8Array([1, 0, 0])], ['a', 'b'])).toThrow(DamagedIndex);
    expect(() => readCensus([new Uint8Array()], ['a'])).toThrow(DamagedIndex);
  });
});

it('a census that ends too early, or goes on, is taken for damaged', () => {
  const having = (count: number) => ({ count, bytes: new Uint8Array() });
  const parts = [writeCensus(['a', 'b'], [having(1), having(2)]), writeCensus(['c'], [having(3)])];
  const census = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(readCensus(parts, ['a', 'c']).having('c')).toBe(3);
  for (const bytes of [census.subarray(0, -1), census.subarray(0, -5), new Uint8Array([...census, 0])]) {
    expect(() => readCensus([bytes], ['a', 'c'])).toThrow(DamagedIndex);
  }
});

it('no leaf is longer than it may be, but for one term that has so many records', () => {
  for (const { terms, data } of leaves) {
    if (terms.length > 1) expect(data.length).toBeLessThan(12 * 1024);
    else expect(data.length).toBeGreaterThan(1024);
  }
});
