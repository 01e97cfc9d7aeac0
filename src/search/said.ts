import type { Fields } from './entry.ts';
import type { Skimmed } from './skim.ts';
import { lexemeAt } from './terms.ts';
import { eachPlace } from './words.ts';

/** How often each beginning of a word stands in the text, plus {@link IN_TITLE} times how often in the title, and how many words there are. */
export interface Said {
  /** Each once, ascending. */
  marks: Int32Array;
  /** By mark. */
  counts: Int32Array;
  titleLength: number;
  bodyLength: number;
}

/** More than is counted of a word in the text; what stands oftener says no more. */
export const IN_TITLE = 2 ** 16;
const COUNTED_MAX = 2 ** 12;
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

const known = new WeakMap<Skimmed, Said>();

/** What a record says; made when it is first wanted. */
export function saidBy(skimmed: Skimmed): Said {
  const said = known.get(skimmed) ?? sayings(skimmed.fields);
  known.set(skimmed, said);
  return said;
}

/** Where the marks of a record stand until they are sorted. */
let heard = new Int32Array(1024);

function sayings({ title, body, tongue }: Fields): Said {
  let [size, length] = [0, 0];
  const add = (mark: number) => {
    if (size === heard.length) {
      const longer = new Int32Array(2 * size);
      longer.set(heard);
      heard = longer;
    }
    heard[size++] = mark;
  };
  const hear = (text: string) =>
    eachPlace(text, (start, end) => {
      length++;
      const mark = markOfPlain(text, start, end);
      if (mark >= 0) add(mark);
      else for (const { term, isPart } of lexemeAt(text, start, end, tongue).terms) if (!isPart) add(markOf(term));
    });
  hear(title);
  const [titleSize, titleLength] = [size, length];
  for (const field of body) hear(field);
  return {
    ...join(heard.subarray(0, titleSize).sort(), heard.subarray(titleSize, size).sort()),
    titleLength,
    bodyLength: length - titleLength,
  };
}

/** Counts the marks of a title and a text, both sorted. */
function join(inTitle: Int32Array, inBody: Int32Array): Pick<Said, 'marks' | 'counts'> {
  const marks = new Int32Array(inTitle.length + inBody.length);
  const counts = new Int32Array(marks.length);
  const END = 2 ** 31;
  const [titles, bodies] = [inTitle.length, inBody.length];
  let [i, j, n] = [0, 0, 0];
  // Nothing is read past an end, which would be slow.
  while (i < titles || j < bodies) {
    const mark = Math.min(i < titles ? (inTitle[i] as number) : END, j < bodies ? (inBody[j] as number) : END);
    const [title, body] = [i, j];
    while (i < titles && inTitle[i] === mark) i++;
    while (j < bodies && inBody[j] === mark) j++;
    marks[n] = mark;
    counts[n++] = Math.min(i - title, COUNTED_MAX) * IN_TITLE + Math.min(j - body, COUNTED_MAX);
  }
  return { marks: marks.slice(0, n), counts: counts.slice(0, n) };
}
