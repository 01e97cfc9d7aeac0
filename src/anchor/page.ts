import type { Places } from './grams.ts';

/** A text node, or a part of a long one, that holds ink. */
export interface Piece {
  node: Text;
  /** Where in the node it begins. */
  from: number;
  /** Ink before it. */
  start: number;
  /** What parts it from the piece before: nothing, white space, or the edge of a block or line. */
  gap: '' | ' ' | '\n';
}

/** Units in a piece: a log of a megabyte in one node is read in a thousand steps, and found again by one of them. */
export const LENGTH = 1024;

/** What a piece says. Not kept with it: a million strings that live long are what stops a page of twenty books for a moment. */
export const textOf = (one: Pick<Piece, 'node' | 'from'>): string => one.node.data.slice(one.from, one.from + LENGTH);

/** A root's text as one string of ink, with the pieces it came from, in document order. */
export interface Page {
  root: Node;
  ink: string;
  pieces: Piece[];
  /** Ids of elements, and ink before each. */
  sections: { id: string; start: number }[];
  /** Made when first needed. */
  places?: Places;
}

/** Index of the last item that is not beyond; -1 where all are. The items are in order. */
export function findLast<T extends object>(items: readonly T[], isBeyond: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item && isBeyond(item)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Index of the last of some things that begins at a place in the ink or before it. */
export const lastAt = (things: readonly { start: number }[], at: number): number =>
  findLast(things, (one) => one.start > at);

/** Whether a block or line begins at this place in the ink. */
export function isBlockEdge(page: Page, at: number): boolean {
  const piece = page.pieces[lastAt(page.pieces, at)];
  return piece?.start === at && piece.gap === '\n';
}

/** How often a page says before a place what it says there. */
export const nthAt = (page: Page, start: number, end: number): number =>
  page.ink.slice(0, start).split(page.ink.slice(start, end)).length - 1;

/** Where some ink says a text, if it does so once and no more; less than nothing if not. What begins anew before it has ended is more. */
export function onceAt(ink: string, text: string): number {
  const at = ink.indexOf(text);
  return ink.indexOf(text, at + 1) < 0 ? at : -1;
}

/**
 * The section a place stands in, in CSS: the element with an id whose text began last. Undefined before the first, so that
 * a quote of which no section is told is at home nowhere.
 */
export function sectionAt({ sections }: Page, at: number): string | undefined {
  const LETTERS = 10; // of an id tell it from the page's others, or nearly
  const section = sections[lastAt(sections, at)];
  return section && `[id^=${CSS.escape(section.id.slice(0, LETTERS))}]`;
}
