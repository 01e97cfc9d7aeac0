import { compareStarts, endOf } from './ranges.ts';
import type { Painted } from './tones.ts';

/** Says of passages which of them begin within another of their tone; of two that begin together that is the shorter. */
export function markOverlying(painted: Painted[]): Painted[] {
  const over = new Set([...groupByTree(painted).values()].flatMap(overlyingOf));
  return painted.map((one) => (over.has(one) ? { ...one, isOver: true } : one));
}

/** Those of one tree: between two there is no order. */
function groupByTree(painted: Painted[]): Map<Node, Painted[]> {
  const groups = new Map<Node, Painted[]>();
  for (const one of painted) {
    if (one.element) continue;
    const tree = Node.prototype.getRootNode.call(one.range.startContainer);
    const group = groups.get(tree);
    if (group) group.push(one);
    else groups.set(tree, [one]);
  }
  return groups;
}

function overlyingOf(group: Painted[]): Painted[] {
  const inOrder = group.sort(({ range: a }, { range: b }) => compareStarts(a, b) || compareStarts(endOf(b), endOf(a)));
  const below = new Map<string, AbstractRange>();
  return inOrder.filter(({ tone, range }) => {
    const lower = below.get(tone);
    const isOver = lower !== undefined && compareStarts(range, endOf(lower)) < 0;
    if (!isOver) below.set(tone, range);
    return isOver;
  });
}
