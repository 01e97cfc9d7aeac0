import { compareStarts, endOf, hold } from './ranges.ts';
import type { Painted } from './tones.ts';

/** The stretches in which a passage lies over another of its tone, within it or over its end. */
export function overlaps(painted: Painted[]): Painted[] {
  return [...groupByTree(painted).values()].flatMap(overlapsIn);
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

function overlapsIn(group: Painted[]): Painted[] {
  /** Of each tone, the one that reaches farthest of those that began before. */
  const farthest = new Map<string, AbstractRange>();
  return group
    .sort(({ range: a }, { range: b }) => compareStarts(a, b))
    .flatMap((one) => {
      const { tone, range } = one;
      const below = farthest.get(tone);
      const reachesFarther = !below || compareStarts(endOf(below), endOf(range)) < 0;
      if (reachesFarther) farthest.set(tone, range);
      if (!below || compareStarts(range, endOf(below)) >= 0) return [];
      return [{ ...one, isOver: true, range: reachesFarther ? upTo(range, below) : range }];
    });
}

/** A range as far as another goes. */
const upTo = ({ startContainer, startOffset }: AbstractRange, { endContainer, endOffset }: AbstractRange) =>
  hold({ startContainer, startOffset, endContainer, endOffset });
