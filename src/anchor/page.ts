import type { Grams } from './grams.ts';
import { offsetOfInk } from './ink.ts';
import { isInWord } from './words.ts';

/** A root's text as one string of ink, with the nodes it came from, in document order. */
export interface Page {
  root: Node;
  ink: string;
  nodes: Text[];
  /** Ink before each node. */
  starts: number[];
  /** What parts each node from the one before. */
  gaps: Gap[];
  /** Elements with an id, by where their text begins. */
  sections: { at: number; id: string }[];
  /** Made when first needed. */
  grams?: Grams;
}

/** Nothing, white space, or the edge of a block or line. */
export type Gap = '' | ' ' | '\n';

/** Index of the last of these that is not beyond a place. */
export function lastAt<T>(list: readonly T[], at: number, placeOf: (item: T) => number): number {
  let low = -1;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = list[middle];
    if (item !== undefined && placeOf(item) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the node that holds this unit of ink. */
export const nodeAt = ({ starts }: Page, at: number): number => lastAt(starts, at, (start) => start);

/** What stands between a unit of ink and the one before it. */
export function gapAt(page: Page, at: number): Gap {
  if (at <= 0 || at >= page.ink.length) return '\n';
  const i = nodeAt(page, at);
  const data = page.nodes[i]?.data ?? '';
  const inside = at - (page.starts[i] ?? 0);
  const gap = inside ? '' : (page.gaps[i] ?? '');
  if (gap) return gap;
  const before = (inside ? '' : (page.nodes[i - 1]?.data ?? '')) + data.slice(0, offsetOfInk(data, inside));
  return /\s[\u00ad\u200b\u2060]*$/.test(before) ? ' ' : '';
}

/** Whether no word runs across this place. */
export const isParted = (page: Page, at: number): boolean =>
  gapAt(page, at) !== '' || !isInWord(page.ink.charAt(at - 1)) || !isInWord(page.ink.charAt(at));

/** Id of the element that begins nearest before a place: the section it stands in. */
export const sectionAt = ({ sections }: Page, at: number): string | undefined =>
  sections[lastAt(sections, at, (section) => section.at)]?.id;
