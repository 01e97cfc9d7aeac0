import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One text of a corpus, as a line of its file. */
export interface Text {
  id: number;
  title: string;
  body: string;
  tags: string[];
  url: string;
}

/** The first `size` texts of a gzipped JSONL file; where it has fewer, they come again in other spellings. */
export function readTexts(file: string, size: number): Text[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean).slice(0, size);
  const texts = lines.map((line): Text => JSON.parse(line));
  return Array.from({ length: size }, (_, i) => {
    const text = texts[i % texts.length] as Text;
    const copy = Math.floor(i / texts.length);
    return { ...text, id: i, title: respell(text.title, copy), body: respell(text.body, copy) };
  });
}

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** Every letter moves on among its kind, further with every copy: as many other words, as often, as long. */
function respell(text: string, copy: number): string {
  if (copy === 0) return text;
  const move = (letters: string, letter: string) =>
    letters[(letters.indexOf(letter) + copy) % letters.length] ?? letter;
  return text.toLowerCase().replace(/[a-z]/g, (letter) => move(VOWELS.includes(letter) ? VOWELS : CONSONANTS, letter));
}

/** What people might type: parts of words that stand in the texts, chosen by a seeded rule, so that runs compare. */
export function typedFor(texts: Text[], count: number): Record<'one' | 'two' | 'three' | 'slip', string[]> {
  const next = random(7);
  const pick = <T>(items: T[]): T => items[Math.floor(next() * items.length)] as T;
  const wordsOf = ({ title, body }: Text) => `${title} ${body}`.match(/\b[a-z]{4,}\b/g) ?? ['text'];
  const begun = (word: string) => word.slice(0, 2 + Math.floor(next() * (word.length - 1)));
  const slipped = (word: string) => word.slice(0, 3) + word.slice(4);
  const typed = (words: number, finish: (word: string) => string) =>
    Array.from({ length: count }, () => {
      const from = wordsOf(pick(texts));
      const some = Array.from({ length: words }, () => pick(from));
      return [...some.slice(0, -1), finish(some.at(-1) ?? '')].join(' ');
    });
  return { one: typed(1, begun), two: typed(2, begun), three: typed(3, begun), slip: typed(1, slipped) };
}

/** Mulberry32: small, seeded, good enough to choose with. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
