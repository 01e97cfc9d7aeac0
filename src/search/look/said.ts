import { byTongue, smallWordsOf } from '../text/small-words.ts';
import { pairs, type Stretch, stretches } from '../text/spaceless.ts';
import { eachPlace, foldWord } from '../text/words.ts';
import { SHOWN } from './marks.ts';
import type { Mark, Said, Skimmed } from './skim.ts';

/** A word in the title counts so many, above as many as are looked at in a text, which count one each. */
export const IN_TITLE = 2 ** 17;
/** Words that begin with so many letters alike are one word to whoever compares records: hardly worse than stems, and much quicker. */
const LETTERS = 6;

/** What a record says; made when it is first wanted. To make a string of each word's beginning was a third of what three words took in the page. */
export function saidBy(skimmed: Skimmed): Said {
  skimmed.said ??= sayings(skimmed);
  return skimmed.said;
}

function sayings({ fields }: Skimmed): Said {
  const counts: Said['counts'] = new Map();
  /** Gives how many words there are. */
  const hear = (text: string, worth: number): number => {
    let length = 0;
    const add = (mark: Mark) => counts.set(mark, (counts.get(mark) ?? 0) + worth);
    /** Of what is written without spaces, its pairs. */
    const addAny = ({ text, isSpaceless }: Stretch) => (isSpaceless ? pairs(text).forEach(add) : add(toMark(text)));
    eachPlace(text, (start, end) => {
      length++;
      const mark = lettersIn(text, start, end);
      if (mark > 0) add(mark);
      else stretches(foldWord(text.slice(start, end))).forEach(addAny);
    });
    return length;
  };
  const [title = '', ...body] = fields.texts;
  const titleLength = hear(title, IN_TITLE);
  return { counts, titleLength, bodyLength: body.reduce((sum, text) => sum + hear(text.slice(0, SHOWN), 1), 0) };
}

/** The mark of a word that begins with letters of ASCII alone; else 0. */
function lettersIn(text: string, start: number, end: number): number {
  let mark = 0;
  for (let i = start; i < end && i < start + LETTERS; i++) {
    const letter = (text.charCodeAt(i) | 32) - 96;
    if (letter < 1 || letter > 26) return 0;
    mark = 32 * mark + letter;
  }
  return mark;
}

const toMark = (word: string): Mark => lettersIn(word, 0, word.length) || word.slice(0, LETTERS);

/** What small words of a tongue begin with. */
export const smallMarksOf = byTongue((tongue) => new Set(Array.from(smallWordsOf(tongue), toMark)));
