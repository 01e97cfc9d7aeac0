import { offsetOfInk, toInk } from './ink.ts';
import { findLast, lastAt, type Page, textOf } from './page.ts';

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
function inkAt(page: Page, container: Node, offset: number): number {
  const point = new Range();
  point.setStart(container, offset);
  const before = findLast(page.pieces, (one) => point.comparePoint(one.node, one.from) > 0);
  const piece = page.pieces[before];
  if (piece?.node === container) return piece.start + toInk(piece.node.data.slice(piece.from, offset)).length;
  return page.pieces[before + 1]?.start ?? page.ink.length;
}

/** The node that holds a unit of ink, and the offset there. */
function pointAt(page: Page, at: number): [Node, number] {
  const piece = page.pieces[lastAt(page.pieces, at)];
  return piece ? [piece.node, piece.from + offsetOfInk(textOf(piece), at - piece.start)] : [page.root, 0];
}

/** The range from the first to the last unit of ink of a span; throws where the page has changed since it was read. */
export function toRange(page: Page, start: number, end: number): Range {
  const range = new Range();
  const [last, offset] = pointAt(page, end - 1);
  range.setStart(...pointAt(page, start));
  range.setEnd(last, offset + 1);
  return range;
}

/** What a span says, as it reads: white space is one space, blocks and lines part by a new line. */
export function readSpan({ pieces }: Page, start: number, end: number): string {
  const some = pieces.slice(lastAt(pieces, start), lastAt(pieces, end - 1) + 1);
  const text = some
    .map((piece) => piece.gap + textOf(piece).replace(/\s+/g, ' '))
    .join('')
    .replace(/ *([ \n]) */g, '$1');
  const before = some[0]?.start ?? 0;
  return text.slice(offsetOfInk(text, start - before), offsetOfInk(text, end - 1 - before) + 1);
}
