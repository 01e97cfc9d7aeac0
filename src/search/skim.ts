import { type Fields, fieldsOf, type Read } from './entry.ts';
import { lexemeAt, type Term } from './terms.ts';
import { eachPlace } from './words.ts';

/** A record that was loaded, with its words as far as anybody looked at them. */
export interface Loaded<T> {
  item: T;
  skimmed: Skimmed;
}

/** What a search needs of a record: far less than all its terms, and without stemming most of its words. */
export interface Skimmed {
  fields: Fields;
}

/** Makes what was loaded ready to be looked at. */
export const toLoaded = <T>(item: T, read: Read): Loaded<T> => ({ item, skimmed: { fields: fieldsOf(read) } });

/** A term with its word's place in the text: in which field (0 is the title, then those of the body), from where to where. */
export interface Seat extends Term {
  field: number;
  start: number;
  end: number;
}

/** The terms of a record that somebody wants to see, in their order, and how long its fields are in all. */
export interface Sifted {
  title: Seat[];
  body: Seat[];
  titleLength: number;
  bodyLength: number;
}

/** Which terms are wanted, and how the words begin that may have one. */
export interface Sieve {
  beginnings: Set<number>;
  holds(term: string): boolean;
}

/** A stem begins with the two letters that its word begins with, but that an y may have become an i. */
const beginning = (first: number, second: number): number => first * 256 + (second === Y ? I : second);
const [I, Y, SPACE] = [105, 121, 32];
const ALPHABET = Array.from({ length: 26 }, (_, i) => 97 + i);

export function createSieve(terms: Iterable<string>, holds: Sieve['holds']): Sieve {
  const beginnings = new Set<number>();
  for (const term of terms) {
    const seconds = term.length > 1 ? [term.charCodeAt(1)] : [SPACE, ...ALPHABET];
    for (const second of seconds) beginnings.add(beginning(term.charCodeAt(0), second));
  }
  return { beginnings, holds };
}

/** So far apart are the fields of a body, so that no neighbours are seen across them. */
const FIELD_GAP = 10;

export function sift(
  { fields: { title, body, tongue } }: Pick<Skimmed, 'fields'>,
  { beginnings, holds }: Sieve,
): Sifted {
  let [at, length] = [0, 0];
  const take = (text: string, found: Seat[], field: number): Seat[] => {
    eachPlace(text, (start, end) => {
      const second = end > start + 1 ? text.charCodeAt(start + 1) : SPACE;
      // Most words are passed over here.
      if (!beginnings.has(beginning(text.charCodeAt(start) | 32, second)) && isPlainWord(text, start, end)) {
        at++;
        length++;
        return;
      }
      const { terms, places } = lexemeAt(text, start, end, tongue);
      for (const one of terms) if (holds(one.term)) found.push({ ...one, at: at + one.at, field, start, end });
      at += places;
      length += terms.length;
    });
    return found;
  };
  const inTitle = take(title, [], 0);
  const titleLength = length;
  const inBody: Seat[] = [];
  for (const [i, field] of body.entries()) {
    at += FIELD_GAP;
    take(field, inBody, i + 1);
  }
  return { title: inTitle, body: inBody, titleLength, bodyLength: length - titleLength };
}

/** Nothing but letters of ASCII, of which only the first may be a capital: such a word is one term. */
function isPlainWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i) | (i === start ? 32 : 0);
    if (code < 97 || code > 122) return false;
  }
  return true;
}
