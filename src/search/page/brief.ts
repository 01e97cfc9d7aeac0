import { FIELD_GAP, type Fields } from '../text/entry.ts';
import { eachLexeme, type Lexeme } from '../text/terms.ts';

/** Small numbers for terms, for one page and what is looked at beside it: what is known of a term then stands in arrays. */
export interface Vocabulary {
  /** Terms by number. */
  terms: string[];
  idOf(term: string): number;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  return {
    terms,
    idOf(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, terms.length);
      return terms.push(term) - 1;
    },
  };
}

/** A text as numbers: what it is found by in its order, and where each stands. */
export interface Brief {
  ids: number[];
  places: number[];
  /** So many of them, the first, are the title's. */
  inTitle: number;
  /** The whole words of the title. */
  title: string[];
  /** How many times as long the whole body is as what was read of it. */
  times: number;
}

/** Of a book so many letters stand for the rest of it: to read a megabyte takes as long as all else that a page asks. */
const READ_MAX = 20_000;

/** What is read of a record. */
export const beginningOf = ({ texts, tongue }: Fields): Fields => ({
  texts: texts.map((text) => text.slice(0, READ_MAX)),
  tongue,
});

/** Of all but the title. */
const lengthOf = ({ texts: [, ...body] }: Fields): number => body.reduce((sum, field) => sum + field.length, 0);

export function briefOf(fields: Fields, { idOf }: Vocabulary): Brief {
  const read = beginningOf(fields);
  const [title = '', ...body] = read.texts;
  const { tongue } = read;
  const times = (lengthOf(fields) || 1) / (lengthOf(read) || 1);
  const brief: Brief = { ids: [], places: [], inTitle: 0, title: [], times };
  let at = 0;
  const take = ({ terms, places }: Lexeme): void => {
    for (const one of terms) {
      brief.ids.push(idOf(one.term));
      brief.places.push(at + one.at);
    }
    at += places;
  };
  eachLexeme(title, tongue, (lexeme) => {
    for (const { term, isPart } of lexeme.terms) if (!isPart) brief.title.push(term);
    take(lexeme);
  });
  brief.inTitle = brief.ids.length;
  for (const field of body) {
    at += FIELD_GAP;
    eachLexeme(field, tongue, take);
  }
  return brief;
}
