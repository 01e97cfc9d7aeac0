import type { Takes } from '../wire/talk.ts';
import { describePassage } from './passage.ts';
import type { Placed } from './placed.ts';
import { compareSpots, createSpots, type Spot } from './spots.ts';

type Placement = Takes<'placed'>['placements'][number];

/**
 * How marks stand, as the background is told: in page order, without anything of the page but what a changed passage
 * says now and what finds it there.
 */
export function toPlacements(placed: Placed[]): Placement[] {
  const order = new Map(inPageOrder(placed).map((one, i) => [one, i]));
  return placed.map((one) => ({ ...toPlacement(one), at: order.get(one) ?? placed.length }));
}

function toPlacement({ mark, anchored }: Placed): Placement {
  const { team, id } = mark;
  if (anchored.state === 'anchored') return { team, id, state: 'anchored' };
  if (anchored.state === 'changed') {
    const { reason, now } = anchored;
    return { team, id, state: 'changed', reason, now, selectors: describePassage(anchored) };
  }
  return { team, id, state: 'orphaned', reason: anchored.reason };
}

/** What was not found comes last. */
function inPageOrder(placed: Placed[]): Placed[] {
  const spotOf = createSpots();
  const startOf = ({ anchored }: Placed): Spot =>
    anchored.state === 'orphaned'
      ? [Number.POSITIVE_INFINITY]
      : spotOf(anchored.range.startContainer, anchored.range.startOffset);
  return placed
    .map((one) => ({ one, start: startOf(one) }))
    .sort((a, b) => compareSpots(a.start, b.start) || 0)
    .map(({ one }) => one);
}
