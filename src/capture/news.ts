import { allTextOf, isElement, textOf } from './dom.ts';

/** More changes than this, and they are not looked through. */
const FLOOD = 200;

/** What changed in a page since it was looked at last. */
export interface News {
  take(records: MutationRecord[]): void;
  /** Letters that may be new: of one turn of the page, or that came to those that stood; no end of them where nobody counted. */
  letters(): number;
  /** So many changes that they are not looked through: they need not be heard of either, until one looks. */
  isFlood(): boolean;
  /** Something came that cannot be counted, as a frame's document. */
  add(letters: number): void;
}

/**
 * Counts what text a page gains, so that nothing is searched where a clock ticks: letters in the place of others are new
 * only as many as came at once, while those of a text that is written bit by bit add up.
 */
export function createNews(): News {
  let changes = 0;
  let most = 0;
  let grown = 0;
  return {
    take(records) {
      changes += records.length;
      if (changes > FLOOD) return;
      const { added, removed } = countLetters(records);
      most = Math.max(most, added);
      grown += added - removed;
    },
    letters: () => (changes > FLOOD ? Number.POSITIVE_INFINITY : Math.max(most, grown)),
    isFlood: () => changes > FLOOD,
    add(letters) {
      most = Math.max(most, letters);
    },
  };
}

function countLetters(records: MutationRecord[]): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  for (const text of new Set(records.filter(({ type }) => type === 'characterData').map(({ target }) => target))) {
    added += textOf(text)?.length ?? 0;
  }
  for (const { addedNodes, removedNodes } of records) {
    for (const node of addedNodes) added += Math.max(lengthOf(node), isElement(node) ? 1 : 0);
    for (const node of removedNodes) removed += lengthOf(node);
  }
  return { added, removed };
}

const lengthOf = (node: Node): number => (isElement(node) ? allTextOf(node) : (textOf(node) ?? '')).length;
