import { OVER_MOST } from '../browser/highlights.ts';
import { hold } from './ranges.ts';
import { compareSpots, createSpots, type Spot } from './spots.ts';
import type { Painted } from './tones.ts';

/** A passage that began before, as far as it reaches. */
interface Reach {
  end: Spot;
  range: AbstractRange;
}

/**
 * The stretches in which a passage lies over others of its tone, within them or over their ends: over one, over two at
 * once. Between trees there is no order.
 */
export function overlaps(painted: Painted[]): Painted[] {
  const spotOf = createSpots();
  /** Of each tone in each tree, those that reach farthest of all that began before, the farthest first. */
  const reaches = new Map<string, Reach[]>();
  return painted
    .filter(({ element }) => !element)
    .map((one) => ({ one, start: spotOf(one.range.startContainer, one.range.startOffset) }))
    .sort((a, b) => compareSpots(a.start, b.start))
    .flatMap(({ one, start }) => {
      const { range, tone } = one;
      const end = spotOf(range.endContainer, range.endOffset);
      const key = `${start[0]} ${tone}`;
      const below = (reaches.get(key) ?? []).filter((reach) => compareSpots(start, reach.end) < 0);
      const all = [...below, { end, range }].sort((a, b) => compareSpots(b.end, a.end));
      reaches.set(key, all.slice(0, OVER_MOST));
      return below.map((reach, i) => ({
        ...one,
        over: i + 1,
        range: compareSpots(reach.end, end) < 0 ? upTo(range, reach.range) : range,
      }));
    });
}

/** A range as far as another goes. */
const upTo = ({ startContainer, startOffset }: AbstractRange, { endContainer, endOffset }: AbstractRange) =>
  hold({ startContainer, startOffset, endContainer, endOffset });
