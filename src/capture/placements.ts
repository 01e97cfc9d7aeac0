import type { Takes } from '../wire/talk.ts';
import { describePassage } from './passage.ts';
import type { Placed } from './place.ts';
import { compareStarts } from './ranges.ts';

type Placement = Takes<'placed'>['placements'][number];

/**
 * How marks stand, as the background is told: in page order, without anything of the page but what a changed passage
 * says now and what finds it there.
 */
export function toPlacements(placed: Placed[]): Placement[] {
  const order = new Map([...placed].sort(byPlace).map((one, i) => [one, i]));
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

function byPlace({ anchored: a }: Placed, { anchored: b }: Placed): number {
  if (a.state === 'orphaned' || b.state === 'orphaned')
    return Number(a.state === 'orphaned') - Number(b.state === 'orphaned');
  return compareStarts(a.range, b.range);
}
