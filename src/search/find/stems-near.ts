import { fold } from '../../kit/fold.ts';
import { stem, type Tongue } from '../text/language.ts';
import { isLikely } from './likely.ts';

/** A slip in the first two letters is not looked for: it would mean reading most of the dictionary. */
export const SURE_LETTERS = 2;
/** In shorter words a slip makes another word. */
export const SHORTEST = 4;
/** Letters that belong together stand in one such block of Unicode. */
const BLOCK = 128;
export const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\d/;

/**
 * The stems of all words that one slip after the first letters makes a word of, with the tongues in which they are such. `isWritten`: there
 * is such a word, so it is no other one with a letter replaced (`chance`, `change`), nor what many a word is near (`shoes`, `show`).
 */
export function stemsNear(word: string, tongues: Tongue[], isWritten = false): Map<string, Tongue[]> {
  const near = new Map<string, Tongue[]>();
  for (const one of new Set(mendedWays(word, isWritten))) {
    for (const tongue of tongues) {
      const term = stem(one, tongue);
      const of = near.get(term) ?? [];
      if (of.at(-1) !== tongue && (!isWritten || term.length > SHORTEST) && isLikely(word, one, term, tongues))
        near.set(term, [...of, tongue]);
    }
  }
  return near;
}

/** A letter too many, too few, another, or two swapped (Damerau 1964), each put right. */
function* mendedWays(word: string, isWritten: boolean): Generator<string> {
  const letters = lettersLike(word);
  for (let i = SURE_LETTERS; i <= word.length; i++) {
    const before = word.slice(0, i);
    const [here = '', next = ''] = word.slice(i);
    const rest = word.slice(i + 1);
    yield before + rest;
    yield before + next + here + word.slice(i + 2);
    for (const letter of letters) {
      if (!isWritten) yield before + letter + rest;
      yield before + letter + here + rest;
    }
  }
}

/** The letters that could stand in a word by the looks of it, and digits where it has some. */
function lettersLike(word: string): string[] {
  const blocks = new Set(Array.from(word, (letter) => Math.floor((letter.codePointAt(0) ?? 0) / BLOCK)));
  const all = [...blocks].flatMap((block) =>
    Array.from({ length: BLOCK }, (_, i) => String.fromCodePoint(block * BLOCK + i)),
  );
  const hasDigits = DIGIT.test(word);
  return all.filter((one) => (LETTER.test(one) && fold(one) === one) || (hasDigits && DIGIT.test(one)));
}
