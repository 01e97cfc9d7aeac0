import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, spotBeside } from '../../src/capture/spot.ts';

const VIEW = { width: 1000, height: 800 };
const line = (left: number, top: number, right: number): Box => ({ left, right, top, bottom: top + 20 });

test.each<[string, Box[], boolean, object | null]>([
  ['below the last line, at its end', [line(100, 100, 900), line(100, 120, 300)], false, { left: 215, top: 148 }],
  [
    'in text from right to left at its left end',
    [line(100, 100, 900), line(700, 120, 900)],
    true,
    { right: 215, top: 148 },
  ],
  ['at the top edge below it all the same', [line(100, 0, 300)], false, { left: 215, top: 28 }],
  ['at the bottom edge above it', [line(100, 770, 300)], false, { left: 215, bottom: 38 }],
  ['at the right edge it keeps to that edge', [line(700, 100, 995)], false, { right: 8, top: 128 }],
  ['where the selection fills the view it does not come', [line(0, -20, 900), line(0, 790, 900)], false, null],
  ['for nothing it does not come', [], false, null],
])('%s', (_, lines, isRightToLeft, spot) => {
  expect(spotBeside(lines, isRightToLeft, VIEW)).toEqual(spot);
});

test('all of a page of any length may be selected', () => {
  const lines = Array.from({ length: 200_000 }, (_, i) => line(100, i - 199_900, 900));
  expect(spotBeside(lines, false, VIEW)).toEqual({ right: 15, top: 127 });
});

test('whatever is selected, it covers nothing of it and begins in view', () => {
  const lines = fc.array(
    fc.record({
      left: fc.integer({ min: -50, max: 900 }),
      top: fc.integer({ min: -900, max: 900 }),
      width: fc.integer({ min: 1, max: 900 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, fc.boolean(), fc.integer({ min: 320, max: 1600 }), (selected, isRightToLeft, width) => {
      const boxes = selected.map(({ left, top, width: wide }) => line(left, top, left + wide));
      const spot = spotBeside(boxes, isRightToLeft, { width, height: 600 });
      if (!spot) return;
      const top = spot.top ?? 600 - (spot.bottom ?? 0) - 38;
      expect(boxes.some((box) => box.top < top + 38 && top < box.bottom)).toBe(false);
      expect(top).toBeGreaterThanOrEqual(0);
      const left = spot.left ?? width - (spot.right ?? 0) - 170;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + 170).toBeLessThanOrEqual(width);
    }),
  );
});
