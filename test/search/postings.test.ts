import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DamagedIndex } from '../../src/search/damaged.ts';
import { createPacker, pack, packed, resetPacker } from '../../src/search/packer.ts';
import { COARSE, ENTRY, FINE, FLAT, PADDING, padded, placeOf, type Scale, unpack } from '../../src/search/postings.ts';

const NUMBERS = 2 ** 27;
/** Far apart, close together, side by side. */
const gap = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(300), fc.nat(1_000_000), fc.nat(NUMBERS - 1));
const some = fc.array(fc.tuple(gap, fc.integer({ min: 1, max: 15 })), { maxLength: 120 });
const scale = fc.constantFrom<Scale>(FINE, COARSE, FLAT);
/** One for all, as in the product. */
const packer = createPacker(4);

function numbered(from: number, gaps: [number, number][]): [number: number, impact: number][] {
  let next = from;
  return gaps.flatMap(([skipped, impact]): [number, number][] => {
    const number = next + skipped;
    next = number + 1;
    return number < NUMBERS ? [[number, impact]] : [];
  });
}

function packAll(from: number, list: [number, number][], by: Scale): Uint8Array {
  resetPacker(packer, from);
  for (const [number, impact] of list) pack(packer, number, impact, by);
  return packed(packer).bytes.slice();
}

it('what is unpacked is what was packed, wherever it lies', () => {
  fc.assert(
    fc.property(some, fc.nat(NUMBERS - 1), scale, fc.nat(9), fc.nat(9), (gaps, from, by, before, behind) => {
      const list = numbered(from, gaps);
      const bytes = packAll(from, list, by);
      const around = new Uint8Array(before + bytes.length + PADDING + behind).fill(0xa5);
      around.set(bytes, before);
      const entries = new Uint32Array(list.length);
      unpack({ bytes: around, at: before, count: list.length, from, scale: by }, entries);
      const impactOf = (impact: number) => by.least + by.step * placeOf(impact, by);
      expect(Array.from(entries)).toEqual(list.map(([number, impact]) => number * ENTRY + impactOf(impact)));
    }),
    { numRuns: 500 },
  );
});

it('a list that was cut short is refused', () => {
  const list = numbered(
    0,
    Array.from({ length: 50 }, (_, i): [number, number] => [i * 37, 1 + (i % 15)]),
  );
  const bytes = padded(packAll(0, list, FINE));
  for (const kept of [1, 10, bytes.length - 8]) {
    const cut = { bytes: bytes.slice(0, kept), at: 0, count: list.length, from: 0, scale: FINE };
    expect(() => unpack(cut, new Uint32Array(list.length))).toThrow(DamagedIndex);
  }
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
