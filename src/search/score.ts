import type { Entry } from './entry.ts';

const TITLE_WEIGHT = 3;
/** BM25's saturation of repeated words (Robertson & Zaragoza 2009, k1). */
const K1 = 1.2;

/** 0 where a word is missing; more where words stand often and in the title. The last word may be a prefix. */
export function scoreEntry(entry: Entry, words: string[]): number {
  let score = 0;
  for (const [i, word] of words.entries()) {
    const isLast = i === words.length - 1;
    const matches = (term: string) => term === word || (isLast && term.startsWith(word));
    const count = TITLE_WEIGHT * entry.title.filter(matches).length + entry.body.filter(matches).length;
    if (count === 0) return 0;
    score += count / (count + K1);
  }
  return score;
}
