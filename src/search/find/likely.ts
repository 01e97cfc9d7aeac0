import { stem, type Tongue } from '../text/language.ts';
import { byTongue, smallWordsOf } from '../text/small-words.ts';

/** A stem of fewer letters says too little to be taken for what somebody meant; and words of four letters are so near each other that only one more letter tells. */
const LETTERS = 3;
const SHORT = 4;
/** So many letters of a word are enough of it where a slip stands among those that are cut off. */
const SURE = 4;

/**
 * Whether what one slip may have made a word of is likely to be meant. What is indexed are stems, so nobody can tell whether there is such a word
 * as `inative` (for `inactive`), of which nothing is left but `in`, or `havest` (for `harvest`). So what is cut off must have been typed, and what is left as well
 * or be half of the word, or what is cut off is the lesser part; and nobody searches for a small word.
 */
export function isLikely(typed: string, mended: string, term: string, tongues: Tongue[]): boolean {
  if (term.length < (typed.length > SHORT ? LETTERS : SHORT + 1)) return false;
  let kept = 0;
  while (kept < term.length && term[kept] === mended[kept]) kept++;
  const more = 2 * term.length - typed.length;
  const isTyped = typed.endsWith(mended.slice(kept)) && (more === 0 || typed.startsWith(term));
  if (term.length < SURE && more <= 0 && !isTyped) return false;
  // What is left of a long word may be a small one: German `sicherheit` has the stem `sich`.
  return 2 * term.length < typed.length || !tongues.some((tongue) => smallStemsOf(tongue).has(term));
}

const smallStemsOf = byTongue((tongue) => new Set(Array.from(smallWordsOf(tongue), (word) => stem(word, tongue))));
