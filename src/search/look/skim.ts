import { FIELD_GAP, type Fields, fieldsOf, type Read } from '../text/entry.ts';
import { lexemeOf, type Term } from '../text/terms.ts';
import { eachPlace } from '../text/words.ts';

/** A record that was loaded, with its words as far as anybody looked at them. */
export interface Loaded<T> {
  item: T;
  skimmed: Skimmed;
}

/** What a search needs of a record: far less than all its terms, and without stemming most of its words. */
export interface Skimmed {
  fields: Fields;
  /** Made when it is first wanted: said.ts. */
  said?: Said;
}

/** How a word begins; what begins with letters of ASCII, as nearly all words do, as a number: five bits a letter. */
export type Mark = number | string;

/** How often a record says each beginning of a word, and how many words it has. */
export interface Said {
  /** What stands in the title is counted apart: said.ts. */
  counts: Map<Mark, number>;
  titleLength: number;
  bodyLength: number;
}

/** Makes what was loaded ready to be looked at. */
export const toLoaded = <T>(item: T, read: Read): Loaded<T> => ({ item, skimmed: { fields: fieldsOf(read) } });

/** A term with its word's place in the text: in which field (0 is the title, then those of the body), from where to where. */
interface Seat extends Term {
  field: number;
  start: number;
  end: number;
}

/** The terms of a record that somebody wants to see, in their order, how long its fields are in all, and the place behind its last word. */
export interface Sifted {
  seats: Seat[];
  titleLength: number;
  bodyLength: number;
  end: number;
}

/** A stem begins with the two letters that its word begins with, but that an y may have become an i. */
const beginning = (first: number, second: number): number => first * 256 + (second === 121 ? 105 : second);

/** What may stand for an umlaut is wanted in any case: a stem does not begin with it (other-tongues.ts). */
const UMLAUTS = ['ae', 'oe', 'ue'];

/**
 * Gives the terms that `holds` wants to see of some texts; of such words alone as begin with the two letters of one of `wanted`, or with
 * one that is a single letter.
 */
export function createSieve(wanted: Iterable<string>, holds: (term: string) => boolean): (fields: Fields) => Sifted {
  const beginnings = new Set(
    Array.from([...UMLAUTS, ...wanted], (term) => beginning(term.charCodeAt(0), term.charCodeAt(1) || 0)),
  );
  return ({ texts, tongue }) => {
    let [at, length, titleLength] = [0, 0, 0];
    const seats: Seat[] = [];
    for (const [field, text] of texts.entries()) {
      eachPlace(text, (start, end) => {
        const first = text.charCodeAt(start) | 32;
        const mayHold =
          beginnings.has(beginning(first, text.charCodeAt(start + 1))) || beginnings.has(beginning(first, 0));
        // Most words are passed over here: each is one term, and none that is wanted.
        if (!mayHold && isPlainWord(text, start, end)) {
          at++;
          length++;
          return;
        }
        const { terms, places } = lexemeOf(text.slice(start, end), tongue);
        // By name: to spread what is found took two thirds of looking through a megabyte.
        for (const { term, at: place, word, isPart, places: own } of terms)
          if (holds(term)) seats.push({ term, at: at + place, word, isPart, places: own, field, start, end });
        at += places;
        length += terms.length;
      });
      at += FIELD_GAP;
      if (field === 0) titleLength = length;
    }
    return { seats, titleLength, bodyLength: length - titleLength, end: at - FIELD_GAP };
  };
}

/** Nothing but letters of ASCII, of which only the first may be a capital. Most are, and to cut each out for a regular expression took longer than all else. */
function isPlainWord(text: string, start: number, end: number): boolean {
  let at = start + 1;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  return at === end && isLetter(text.charCodeAt(start) | 32);
}

const isLetter = (code: number): boolean => code > 96 && code < 123;
