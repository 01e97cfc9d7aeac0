import { type Entry, entryOf, fieldsOf, type Read } from './entry.ts';
import { type Term, termsOf } from './terms.ts';
import { eachPlace } from './words.ts';

/** A record that was loaded, with its words as far as anybody looked at them. */
export interface Loaded<T> {
  item: T;
  skimmed: Skimmed;
  /** All that it is found by. */
  readonly entry: Entry;
}

/** What the second look of a search needs of a record: far less than all its terms, and without stemming most of its words. */
export interface Skimmed {
  fields: ReturnType<typeof fieldsOf>;
  readonly said: Said;
}

/** How often each beginning of a word stands in the text, plus {@link IN_TITLE} times how often in the title, and how many words there are. */
export interface Said {
  marks: Map<number, number>;
  titleLength: number;
  bodyLength: number;
}

/** Makes what was loaded ready to be looked at. */
export function toLoaded<T>(item: T, read: Read): Loaded<T> {
  let entry: Entry | undefined;
  let said: Said | undefined;
  const fields = fieldsOf(read);
  return {
    item,
    get entry() {
      entry ??= entryOf(read);
      return entry;
    },
    skimmed: {
      fields,
      get said() {
        said ??= sayings(fields);
        return said;
      },
    },
  };
}

/** More words than the text of a record can hold. */
export const IN_TITLE = 2 ** 20;
/** Words that begin with so many letters alike are one word to whoever compares records: hardly worse than stems, and much quicker. */
const LETTERS = 6;

/** Stands for the first letters of a term or a word in small letters. */
export function markOf(word: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < word.length && i < LETTERS; i++) mark = Math.imul(mark ^ word.charCodeAt(i), 0x01000193);
  return mark >>> 2;
}

/** The same for a word of nothing but letters of ASCII, of which only the first may be a capital; -1 for every other. */
function markOfPlain(text: string, start: number, end: number): number {
  let mark = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const small = i === start ? code | 32 : code;
    if (small < 97 || small > 122) return -1;
    if (i < start + LETTERS) mark = Math.imul(mark ^ small, 0x01000193);
  }
  return mark >>> 2;
}

function sayings({ title, body, tongue }: Skimmed['fields']): Said {
  const marks = new Map<number, number>();
  let length = 0;
  const count = (text: string, unit: number) => {
    const add = (mark: number) => marks.set(mark, (marks.get(mark) ?? 0) + unit);
    eachPlace(text, (start, end) => {
      length++;
      const mark = markOfPlain(text, start, end);
      if (mark >= 0) add(mark);
      else for (const { term, isPart } of termsOf(text.slice(start, end), tongue)) if (!isPart) add(markOf(term));
    });
  };
  count(title, IN_TITLE);
  const titleLength = length;
  for (const field of body) count(field, 1);
  return { marks, titleLength, bodyLength: length - titleLength };
}

/** The terms of a record that somebody wants to see, in their order, and how long its fields are in all. */
export interface Sifted {
  title: Term[];
  body: Term[];
  titleLength: number;
  bodyLength: number;
}

/** Which terms are wanted, and the small letters that they begin with: a stem begins as its word does. */
export interface Sieve {
  letters: Set<number>;
  holds(term: string): boolean;
}

export const createSieve = (terms: Iterable<string>, holds: Sieve['holds']): Sieve => ({
  letters: new Set([...terms].map((term) => term.charCodeAt(0))),
  holds,
});

/** So far apart are the fields of a body, so that no neighbours are seen across them. */
const FIELD_GAP = 10;

export function sift({ fields: { title, body, tongue } }: Skimmed, { letters, holds }: Sieve): Sifted {
  let [at, length] = [0, 0];
  const take = (text: string, found: Term[]): Term[] => {
    eachPlace(text, (start, end) => {
      // Most words are passed over here.
      const isPassed = !letters.has(text.charCodeAt(start) | 32) && markOfPlain(text, start, end) >= 0;
      const terms = isPassed ? [] : termsOf(text.slice(start, end), tongue);
      for (const one of terms) if (holds(one.term)) found.push({ ...one, at: at + one.at });
      at += (terms.at(-1)?.at ?? 0) + 1;
      length += terms.length || 1;
    });
    return found;
  };
  const inTitle = take(title, []);
  const titleLength = length;
  const inBody: Term[] = [];
  for (const field of body) {
    at += FIELD_GAP;
    take(field, inBody);
  }
  return { title: inTitle, body: inBody, titleLength, bodyLength: length - titleLength };
}
