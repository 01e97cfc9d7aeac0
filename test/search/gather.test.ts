import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTS, type Slot } from '../../src/search/asked/slot.ts';
import type { Answered } from '../../src/search/find/ask-parts.ts';
import { gather } from '../../src/search/find/gather.ts';
import { blocksOf, isCut, unpackAll } from '../../src/search/stored/blocks.ts';
import { pack } from '../../src/search/stored/packer.ts';
import { COARSE, ENTRY, FINE, type List, type PackedList, type Scale } from '../../src/search/stored/postings.ts';
import { IMPACT_MAX, rarity } from '../../src/search/text/weight.ts';

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
/** A list as it is stored. */
function toList(entries: number[], from: number, scale: Scale): List {
  const bytes = Uint8Array.from([...pack(Uint32Array.from(entries), from, scale), 0, 0, 0, 0]);
  return { count: entries.length, bytes, at: 0, from, scale };
}
const postings = fc.tuple(some, fc.boolean()).map(([some, isNew]): List => {
  const sorted = some.toSorted((a, b) => a[0] - b[0]);
  const entries = sorted.map(([n, impact]) => n * ENTRY + impact);
  const list = isNew ? { count: entries.length, entries } : toList(entries, 0, FINE);
  contents.set(list, sorted);
  return list;
});
const inside = (list: List): Some => contents.get(list) ?? [];
const countOf = (lists: List[]): number => lists.reduce((sum, { count }) => sum + count, 0);
const matcher = fc
  .record({ weight: fc.constantFrom(1, 0.7), lists: fc.array(postings, { maxLength: 3 }) })
  .map((one) => ({ ...one, having: countOf(one.lists) }));
const answered: fc.Arbitrary<Answered> = fc.record({
  slot: fc.record({
    role: fc.constantFrom<Slot['role']>('needed', 'needed', 'needed', 'stop', 'extra', 'filter', 'barred'),
    matchers: fc.constant([]),
    word: fc.constant(''),
  }),
  found: fc.array(matcher, { minLength: 1, maxLength: 2 }),
});

/** Something is asked for. */
const slotsOf = (minLength: number, maxLength: number) =>
  fc
    .array(answered, { minLength, maxLength })
    .filter((slots) => slots.some(({ slot }) => slot.role === 'needed' || slot.role === 'filter'));

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
        const unit = Math.max(1e-9, (weight * rarity(countOf(lists), RECORDS)) / IMPACT_MAX);
        return lists.map((list) => unit * (inside(list).find(([other]) => other === n)?.[1] ?? 0));
      }),
    );
  const of = (role: Slot['role']) => slots.filter(({ slot }) => slot.role === role);
  const needed = of('needed');
  return [...numbers].flatMap((n) => {
    if (isGone(n) || of('barred').some((one) => saysOf(one, n) > 0) || !of('filter').every((one) => saysOf(one, n) > 0))
      return [];
    const met = needed.filter((one) => saysOf(one, n) > 0).length;
    const score = slots.reduce((sum, one) => sum + COUNTS[one.slot.role] * saysOf(one, n), 0);
    return met > 0 || needed.length === 0 ? [{ number: n, score, isWhole: met === needed.length }] : [];
  });
}

it('gathers what looking at each record by itself finds, however many are wanted', () => {
  fc.assert(
    fc.property(slotsOf(1, 4), fc.integer({ min: 1, max: 60 }), (slots, most) => {
      const expected = slowly(slots);
      const { best, whole, all, isAbout } = gather(slots, RECORDS, isGone, most);
      const isFilled = expected.filter((one) => one.isWhole).length >= most;
      if (slots.length > 1 || !isAbout) expect(whole).toBe(expected.filter((one) => one.isWhole).length);
      if (!isFilled && !isAbout) expect(all).toBe(expected.length);
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
  fc.assert(
    fc.property(slotsOf(2, 5), fc.integer({ min: 1, max: 12 }), (slots, most) => {
      const all = gather(slots, RECORDS, isGone, RECORDS, Number.POSITIVE_INFINITY);
      expect(all.best).toEqual(
        all.best.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score || b.number - a.number),
      );
      const few = gather(slots, RECORDS, isGone, most, Number.POSITIVE_INFINITY);
      expect(few.best).toEqual(all.best.slice(0, most));
      if (!few.isAbout) expect([few.whole, few.all]).toEqual([all.whole, all.all]);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});

describe('a beginning that very many records have', () => {
  const MANY = 60_000;
  /** Where the segment begins. */
  const FROM = 7_001;
  /** Every `every`th record, the impacts by a rule; with blocks where it is stored as a beginning is. */
  function every(step: number, isBegun: boolean, at = 0): List {
    const entries: number[] = [];
    for (let n = FROM + at; n < MANY; n += step) entries.push(n * ENTRY + 1 + ((n * 7) % IMPACT_MAX));
    return toList(entries, FROM, isBegun ? COARSE : FINE);
  }
  const asked = (lists: List[], weight = 1): Answered => ({
    slot: { role: 'needed', matchers: [], word: '' },
    found: [{ weight, having: countOf(lists), lists }],
  });
  /** The same list, without blocks. */
  function plain(list: List): List {
    if (!('bytes' in list) || !isCut(list)) return list;
    const entries = new Uint32Array(list.count);
    unpackAll(list, entries);
    return toList(Array.from(entries), list.from, { ...COARSE });
  }
  const nobody = () => false;

  it.each([
    ['alone', () => []],
    ['beside a rare word', () => [asked([every(997, false)])]],
    ['beside two', () => [asked([every(997, false)]), asked([every(1_501, false, 3)])]],
    ['beside a frequent one', () => [asked([every(3, false, 1)])]],
    ['beside one that few of it have', () => [asked([every(4_000, false, 1)])]],
  ])('finds %s what it finds where all of it is looked through', (_, others) => {
    const list = every(2, true);
    for (const most of [1, 10, 15, 40]) {
      const [quick, slow] = [list, plain(list)].map((one) =>
        gather([...others(), asked([one], 0.7)], MANY, nobody, most),
      );
      expect(quick?.best).toEqual(slow?.best);
      expect(quick?.whole).toBe(slow?.whole);
      if ((slow?.whole ?? 0) >= most) continue;
      expect(quick?.all).toBeGreaterThan(0.9 * (slow?.all ?? 0));
      expect(quick?.all).toBeLessThan(1.1 * (slow?.all ?? 0));
    }
  });

  /** Where the second segment begins, and where what is newer than both ends. */
  const [MIDDLE, END, NEWEST] = [13_000, 20_000, 20_060];
  interface Drawn {
    seed: number;
    step: number;
    isBegun: boolean;
  }
  /** Numbers by chance, about every `step`th, with impacts by chance, as two segments and what is newer have them. */
  function byChance({ seed, step, isBegun }: Drawn): List[] {
    let state = 1 + (seed % 2_147_483_646);
    const chance = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const scale = isBegun ? COARSE : FINE;
    const [older, newer, newest]: [number[], number[], number[]] = [[], [], []];
    for (let n = FROM; n < NEWEST; n += 1 + Math.floor(2 * (step - 1) * chance())) {
      const impact = Math.ceil(IMPACT_MAX * chance() ** 2) || 1;
      (n < MIDDLE ? older : n < END ? newer : newest).push(n * ENTRY + impact);
    }
    return [toList(older, FROM, scale), toList(newer, MIDDLE, scale), { count: newest.length, entries: newest }];
  }
  const drawn = fc.record({
    seed: fc.nat(),
    step: fc.constantFrom(1.2, 2, 2.6, 9, 40, 400),
    isBegun: fc.constantFrom(true, true, false),
    role: fc.constantFrom<Slot['role']>('needed', 'needed', 'needed', 'stop', 'filter', 'barred'),
    weight: fc.constantFrom(1, 0.7),
    /** Another matcher of the same word. */
    other: fc.option(fc.record({ seed: fc.nat(), step: fc.constant(400), isBegun: fc.constant(false) })),
  });
  const toSlot = ({
    role,
    weight,
    other,
    ...one
  }: Drawn & { role: Slot['role']; weight: number; other: Drawn | null }) => ({
    slot: { role, matchers: [], word: '' },
    found: [...(other ? [{ weight: 1, lists: byChance(other) }] : []), { weight, lists: byChance(one) }].map(
      (matcher) => ({ ...matcher, having: countOf(matcher.lists) }),
    ),
  });
  const withoutBlocks = (slots: Answered[]): Answered[] =>
    slots.map(({ slot, found }) => ({
      slot,
      found: found.map((one) => ({ ...one, lists: one.lists.map(plain) })),
    }));

  it('finds what is found without blocks, whatever stands beside it, and says where it did not count to the end', () => {
    let cut = 0;
    fc.assert(
      fc.property(
        fc
          .array(drawn, { minLength: 1, maxLength: 3 })
          .filter((some) => some.some(({ role }) => role === 'needed' || role === 'filter')),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (some, most, areGone) => {
          const slots = some.map(toSlot);
          const gone = areGone ? isGone : nobody;
          // Whoever wants all of them leaves nothing out.
          const all = (isGone: (n: number) => boolean) =>
            gather(withoutBlocks(slots), NEWEST - FROM, isGone, NEWEST, Number.POSITIVE_INFINITY);
          const slow = all(gone);
          const quick = gather(slots, NEWEST - FROM, gone, most);
          expect(quick.best).toEqual(slow.best.slice(0, most));
          const isOne = slots.filter(({ slot }) => slot.role === 'needed').length === 1;
          if (!isOne || !quick.isAbout) expect(quick.whole).toBe(slow.whole);
          // The others are not counted.
          if (!isOne && slow.whole >= most) return;
          if (!quick.isAbout) {
            expect(quick.all).toBe(slow.all);
            return;
          }
          cut++;
          // Those that are gone are counted, too; of several as if none had to do with another, which these may; of two forms of a word those of one.
          const share = quick.all / all(nobody).all;
          expect(share).toBeGreaterThan(0.49);
          expect(share).toBeLessThan(2.1);
          if (slots.length === 1 && !some[0]?.other) expect(share).toBe(1);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 250) },
    );
    expect(cut).toBeGreaterThan(0);
  });

  describe('beside a rare word, which tells what has to be reached', () => {
    /** Every other record from 20,000 on has the beginning, with this impact; as rare as the word, so that both say the same. */
    const begun = (impact: number) => {
      const entries = Array.from({ length: 10_000 }, (_, i) => (20_001 + 2 * i) * ENTRY + impact);
      return {
        ...asked([toList(entries, FROM, COARSE)]),
        found: [{ weight: 1, having: 9, lists: [toList(entries, FROM, COARSE)] }],
      };
    };
    /** Older records, with the impacts of a word. */
    const rare = (impacts: number[]) => ({
      ...asked([]),
      found: [
        {
          weight: 1,
          having: 9,
          lists: [
            toList(
              impacts.map((impact, i) => (8_000 + i) * ENTRY + impact),
              FROM,
              FINE,
            ),
          ],
        },
      ],
    });
    const newest = [39_999, 39_997, 39_995];
    const numbersOf = (slots: Answered[], isGone: (n: number) => boolean) =>
      gather(slots, MANY, isGone, 3).best.map((one) => one.number);

    it('finds the newest of those that say as much', () => {
      expect(numbersOf([rare([14, 14, 14]), begun(14)], nobody)).toEqual(newest);
      expect(numbersOf([rare([15, 15, 15]), begun(14)], nobody)).toEqual([8_002, 8_001, 8_000]);
    });

    it('goes by the last of as many as are wanted, not by the best', () => {
      expect(numbersOf([rare([15, 15, 1]), begun(8)], nobody)).toEqual([8_001, 8_000, 39_999]);
      expect(numbersOf([rare([15, 15]), begun(8)], nobody)).toEqual([8_001, 8_000, 39_999]);
    });

    it('does not go by those that are gone', () => {
      expect(numbersOf([rare([15, 15, 15, 2, 2, 2]), begun(8)], (n) => n < 8_003)).toEqual(newest);
    });
  });

  it('is counted about beside a word that nothing has and nothing is meant by', () => {
    const nothing = { ...asked([]), found: [] };
    const list = every(2, true);
    const { all, isAbout } = gather([asked([every(997, false)]), asked([list], 0.7), nothing], MANY, nobody, 10);
    expect(isAbout).toBe(true);
    expect(all / list.count).toBeCloseTo(1, 1);
  });

  it('is gathered from more lists than a call can be handed', () => {
    const list = toList([FROM * ENTRY + 9], FROM, FINE);
    const lists = Array.from({ length: 200_000 }, () => list);
    expect(gather([asked(lists), asked([every(2, true)])], MANY, nobody, 1).best[0]?.number).toBe(FROM);
  });

  it('is unpacked as far as is needed', () => {
    const list = every(2, true) as PackedList;
    const few = asked([toList([30_000 * ENTRY + 9, 30_004 * ENTRY + 9], FROM, FINE)]);
    const expected = gather([few, asked([list], 0.7)], MANY, nobody, 1).best;
    const blocks = blocksOf(list) as PackedList[];
    const wanted = blocks.findIndex(({ from }) => from > 30_000) - 1;
    // Who reads on in what is nothing reads past its end.
    const bytes = list.bytes.slice();
    bytes.fill(0, blocks[wanted + 1]?.at);
    bytes.fill(0, blocks[0]?.at, blocks[wanted]?.at);
    expect(() => gather([asked([{ ...list, bytes }])], MANY, nobody, MANY)).toThrow(RangeError);
    // Nor does what such a search had of a record stay for the next.
    const [before, after] = [40_000, FROM].map((n) => asked([toList([n * ENTRY + 9], FROM, FINE)])) as [
      Answered,
      Answered,
    ];
    expect(() => gather([before, asked([{ ...list, bytes }], 0.7)], MANY, nobody, 1)).toThrow(RangeError);
    expect(gather([after], MANY, nobody, MANY).best.map((one) => one.number)).toEqual([FROM]);
    expect(gather([few, asked([{ ...list, bytes }], 0.7)], MANY, nobody, 1).best).toEqual(expected);
    expect(expected[0]?.isWhole).toBe(false);
  });
});
