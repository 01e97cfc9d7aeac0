import type { Grams } from './grams.ts';

/** A root's text as one string of ink, with the nodes it came from, in document order. */
export interface Page {
  root: Node;
  ink: string;
  nodes: Text[];
  /** Ink before each node. */
  starts: number[];
  /** What parts each node from the one before: nothing, white space, or the edge of a block or line. */
  gaps: ('' | ' ' | '\n')[];
  /** Ids of elements, and ink before each. */
  ids: string[];
  idStarts: number[];
  /** Made when first needed. */
  grams?: Grams;
}

/** Index of the last item that is not beyond; -1 where all are. The items are in order. */
export function findLast<T>(items: readonly T[], isBeyond: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item === undefined || isBeyond(item)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Index of the node that holds a unit of ink. */
export const nodeAt = ({ starts }: Page, at: number): number => findLast(starts, (start) => start > at);

/** Whether a block or line begins at this place in the ink, or the page ends. */
export function isBlockEdge(page: Page, at: number): boolean {
  const node = nodeAt(page, at);
  return at >= page.ink.length || (page.starts[node] === at && page.gaps[node] === '\n');
}

/** The section a place stands in: the element with an id whose text began last, in CSS; nothing before the first. */
export function sectionAt({ ids, idStarts }: Page, at: number): string {
  const id = ids[findLast(idStarts, (start) => start > at)];
  return id ? `#${CSS.escape(id)}` : '';
}
