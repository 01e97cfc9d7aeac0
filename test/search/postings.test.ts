import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unpackAll } from '../../src/search/stored/blocks.ts';
import { pack, placeOf } from '../../src/search/stored/packer.ts';
import { COARSE, ENTRY, FINE, FLAT, PADDING, type Scale } from '../../src/search/stored/postings.ts';

const NUMBERS = 2 ** 27;
/** Far apart, close together, side by side. */
const gap = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(300), fc.nat(1_000_000), fc.nat(NUMBERS - 1));
const some = fc.array(fc.tuple(gap, fc.integer({ min: 1, max: 15 })), { maxLength: 120 });
const scale = fc.constantFrom<Scale>(FINE, COARSE, FLAT);
function numbered(from: number, gaps: [number, number][]): [number: number, impact: number][] {
  let next = from;
  return gaps.flatMap(([skipped, impact]): [number, number][] => {
    const number = next + skipped;
    next = number + 1;
    return number < NUMBERS ? [[number, impact]] : [];
  });
}

const packAll = (from: number, list: [number, number][], by: Scale): Uint8Array =>
  pack(
    Uint32Array.from(list, ([number, impact]) => number * ENTRY + impact),
    from,
    by,
  );

it('what is unpacked is what was packed, wherever it lies', () => {
  fc.assert(
    fc.property(some, fc.nat(NUMBERS - 1), scale, fc.nat(9), fc.nat(9), (gaps, from, by, before, behind) => {
      const list = numbered(from, gaps);
      const bytes = packAll(from, list, by);
      const around = new Uint8Array(before + bytes.length + PADDING + behind).fill(0xa5);
      around.set(bytes, before);
      const entries = new Uint32Array(list.length);
      unpackAll({ bytes: around, at: before, count: list.length, from, scale: by }, entries);
      const impactOf = (impact: number) => by.least + by.step * placeOf(impact, by);
      expect(Array.from(entries)).toEqual(list.map(([number, impact]) => number * ENTRY + impactOf(impact)));
    }),
    { numRuns: 500 },
  );
});

it('what is cut into blocks is unpacked as it was packed', () => {
  fc.assert(
    fc.property(fc.array(gap, { minLength: 1, maxLength: 20 }), fc.nat(5_000), (gaps, from) => {
      const steps = Array.from({ length: 3_000 }, (_, i): [number, number] => [
        Math.min(9_000, gaps[i % gaps.length] ?? 0),
        1 + ((i * 7) % 15),
      ]);
      const list = numbered(from, steps);
      const entries = new Uint32Array(list.length);
      const bytes = new Uint8Array([...packAll(from, list, COARSE), ...new Uint8Array(PADDING)]);
      unpackAll({ bytes, at: 0, count: list.length, from, scale: COARSE }, entries);
      const impactOf = (impact: number) => COARSE.least + COARSE.step * placeOf(impact, COARSE);
      expect(Array.from(entries)).toEqual(list.map(([number, impact]) => number * ENTRY + impactOf(impact)));
    }),
    { numRuns: 30 },
  );
});

it('what every record has takes a bit a record, and what one in a hundred has about eight beside what it says', () => {
  const length = 10_000;
  const everywhere = packAll(
    0,
    numbered(
      0,
      Array.from({ length }, () => [0, 15]),
    ),
    FLAT,
  );
  expect(everywhere.length).toBeLessThan(length / 8 + 2);
  const rare = numbered(
    0,
    Array.from({ length }, (_, i) => [(i * 7_919) % 199, 1 + (i % 15)]),
  );
  expect(packAll(0, rare, FINE).length).toBeLessThan((length * (8.5 + 4)) / 8);
});
