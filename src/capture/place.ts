import { type Anchored, anchorAll } from '../anchor/index.ts';
import type { Mark } from '../wire/messages.ts';
import { rootsFor } from './roots.ts';

/** A mark and how it stands on the page. */
export interface Placed {
  mark: Mark;
  anchored: Anchored;
}

/** The trees that passages were found in: documents and shadow roots. */
export const treesOf = (placed: Placed[]): Set<Node> =>
  new Set(
    placed.flatMap(({ anchored }) =>
      anchored.state === 'orphaned' ? [] : [Node.prototype.getRootNode.call(anchored.range.startContainer)],
    ),
  );

const LOST: Anchored = { state: 'orphaned', reason: 'not-found' };

/** Finds marks on the page, in slices. Those of one tree are found together, since its text is read once. */
export async function place(marks: Mark[]): Promise<Placed[]> {
  const marksByRoot = new Map<Node, Mark[]>();
  for (const mark of marks) {
    for (const root of rootsFor(mark)) marksByRoot.set(root, [...(marksByRoot.get(root) ?? []), mark]);
  }
  const found = new Map<Mark, Anchored>();
  for (const [root, here] of marksByRoot) {
    const all = await anchorAll(
      root,
      here.map(({ selectors }) => selectors),
    );
    for (const [i, mark] of here.entries()) keepBetter(found, mark, all[i] ?? LOST);
  }
  return marks.map((mark) => ({ mark, anchored: found.get(mark) ?? LOST }));
}

const RANK = { anchored: 2, changed: 1, orphaned: 0 };

function keepBetter(found: Map<Mark, Anchored>, mark: Mark, anchored: Anchored): void {
  const standing = found.get(mark);
  if (!standing || RANK[anchored.state] > RANK[standing.state]) found.set(mark, anchored);
}
