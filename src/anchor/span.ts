import { inkBefore, offsetOfInk } from './ink.ts';
import { findLast, nodeAt, type Page } from './page.ts';

/** A stretch of a page's ink, end not included. */
export interface Span {
  start: number;
  end: number;
}

/** The ink a range covers, or null where it holds none or lies outside the page's root. */
export function toSpan(page: Page, range: AbstractRange): Span | null {
  try {
    const start = inkAt(page, range.startContainer, range.startOffset);
    const end = inkAt(page, range.endContainer, range.endOffset);
    return end > start ? { start, end } : null;
  } catch {
    return null; // A boundary in another tree: comparePoint refuses.
  }
}

/** Ink before a boundary point. */
function inkAt({ ink, nodes, starts }: Page, container: Node, offset: number): number {
  const point = new Range();
  point.setStart(container, offset);
  const before = findLast(nodes, (node) => point.comparePoint(node, 0) >= 0);
  const node = nodes[before];
  if (node && node === container) return (starts[before] ?? 0) + inkBefore(node.data, offset);
  return starts[before + 1] ?? ink.length;
}

/** A place in the text: index of its node, and the offset there. */
export type Point = readonly [node: number, offset: number];

/** Just before a unit of ink. */
export function pointBefore(page: Page, at: number): Point {
  const i = nodeAt(page, at);
  return [i, offsetOfInk(page.nodes[i]?.data ?? '', at - (page.starts[i] ?? 0))];
}

/** Just after the unit of ink that comes before a place. */
export function pointAfter(page: Page, at: number): Point {
  const [i, offset] = pointBefore(page, at - 1);
  return [i, offset + 1];
}

/** The range from the first to the last unit of ink of a span; null where the page has changed since it was read. */
export function toRange(page: Page, { start, end }: Span): Range | null {
  const range = new Range();
  const [first, from] = pointBefore(page, start);
  const [last, to] = pointAfter(page, end);
  try {
    range.setStart(page.nodes[first] as Node, from);
    range.setEnd(page.nodes[last] as Node, to);
    return range;
  } catch {
    return null;
  }
}

/** What a span says, as it reads: white space is one space, blocks and lines part by a new line. */
export const readSpan = (page: Page, { start, end }: Span): string =>
  readBetween(page, pointBefore(page, start), pointAfter(page, end));

/** The same between two points, with the white space there. */
export function readBetween({ nodes, gaps }: Page, [first, from]: Point, [last, to]: Point): string {
  let text = '';
  for (let i = first; i <= last; i++) {
    const words = nodes[i]?.data.slice(i === first ? from : 0, i === last ? to : undefined).replace(/\s+/g, ' ');
    text += (i === first ? '' : gaps[i]) + (words ?? '');
  }
  return text.replace(/ *\n */g, '\n').replace(/ +/g, ' ');
}
