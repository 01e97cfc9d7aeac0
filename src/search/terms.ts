import { stem, type Tongue } from './language.ts';
import { pairs, stretches } from './spaceless.ts';
import { parts, words } from './words.ts';

/** One thing a text can be found by, and where it stands. */
export interface Term {
  term: string;
  /** Place among the words of the text; parts of a name stand on neighbouring places. */
  at: number;
  /** The whole word, folded. */
  word: string;
  /** Stands for a part of a name, beside the name itself. */
  isPart?: true;
}

/** Everything a text is found by, in its order: stems, parts of names, pairs in scripts without spaces. */
export function termsOf(text: string, tongue: Tongue): Term[] {
  const found: Term[] = [];
  let at = 0;
  for (const { word, text: verbatim } of words(text)) {
    for (const stretch of stretches(word)) {
      const pieces = stretch.isSpaceless ? pairs(stretch.text) : [];
      if (!stretch.isSpaceless) found.push({ term: stem(stretch.text, tongue), at, word });
      const inside = stretch.isSpaceless ? pieces : parts(verbatim).map((part) => stem(part, tongue));
      for (const [i, term] of inside.entries()) {
        found.push(stretch.isSpaceless ? { term, at: at + i, word } : { term, at: at + i, word, isPart: true });
      }
      at += Math.max(1, inside.length);
    }
  }
  return found;
}
