/** A text before and after an edit: what both begin and end with, and what stood between. Joined, each is its text. */
export interface Comparison {
  start: string;
  before: string;
  after: string;
  end: string;
}

const WORDS = /\s+|[^\s]+/g;

/**
 * What an edit changed, in whole words. One stretch, from the first word that differs to the last: a person compares
 * places, and a passage cut into dozens of small differences is harder to read than the two texts.
 */
export function compare(before: string, after: string): Comparison {
  const old = before.match(WORDS) ?? [];
  const now = after.match(WORDS) ?? [];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = (words: string[]) => words.slice(start, words.length - end).join('');
  return {
    start: old.slice(0, start).join(''),
    before: middle(old),
    after: middle(now),
    end: old.slice(old.length - end).join(''),
  };
}
