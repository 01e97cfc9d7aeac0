import { SHOWN } from './marks.ts';
import type { Skimmed } from './skim.ts';
import { pairs, stretches } from './spaceless.ts';
import { eachPlace, foldWord, PLAIN } from './words.ts';

/** How often a record says each beginning of a word, and how many words it has. */
export interface Said {
  counts: Map<string, { inTitle: number; inBody: number }>;
  titleLength: number;
  bodyLength: number;
}

/** Words that begin with so many letters alike are one word to whoever compares records: hardly worse than stems, and much quicker. */
export const LETTERS = 6;

const known = new WeakMap<Skimmed, Said>();

/** What a record says; made when it is first wanted. */
export function saidBy(skimmed: Skimmed): Said {
  const said = known.get(skimmed) ?? sayings(skimmed);
  known.set(skimmed, said);
  return said;
}

function sayings({ fields: { title, body } }: Skimmed): Said {
  const counts: Said['counts'] = new Map();
  const add = (mark: string, where: 'inTitle' | 'inBody') => {
    const count = counts.get(mark);
    if (count) count[where]++;
    else counts.set(mark, { inTitle: 0, inBody: 0, [where]: 1 });
  };
  /** Gives how many words there are. */
  const hear = (text: string, where: 'inTitle' | 'inBody'): number => {
    let length = 0;
    eachPlace(text, (start, end) => {
      length++;
      const begun = text.slice(start, Math.min(end, start + LETTERS)).toLowerCase();
      if (PLAIN.test(begun)) add(begun, where);
      else for (const mark of marksOf(foldWord(text.slice(start, end)))) add(mark, where);
    });
    return length;
  };
  const titleLength = hear(title, 'inTitle');
  return {
    counts,
    titleLength,
    bodyLength: body.reduce((sum, field) => sum + hear(field.slice(0, SHOWN), 'inBody'), 0),
  };
}

/** How a word begins; of one that is written without spaces, its pairs. */
const marksOf = (word: string): string[] =>
  stretches(word).flatMap(({ text, isSpaceless }) => (isSpaceless ? pairs(text) : [text.slice(0, LETTERS)]));
