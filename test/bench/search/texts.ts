import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { generatedTexts } from './generated.ts';

/** One text of a corpus, as a line of its file. */
export interface Text {
  id: number;
  title: string;
  body: string;
  tags: string[];
  url: string;
}

/** As many texts as asked for. They are made when they are wanted: a million of them would not fit. */
export interface Corpus {
  size: number;
  slice(from: number, to: number): Text[];
}

/**
 * The texts of a gzipped JSONL file with one `{ id, title, body, tags, url }` a line, or generated ones where none is
 * named; where it has fewer than `size`, they come again in other spellings.
 */
export function openCorpus(file: string | undefined, size: number): Corpus {
  const texts = file ? readLines(file, size) : generatedTexts(size);
  const at = (i: number): Text => {
    const text = texts[i % texts.length] as Text;
    const copy = Math.floor(i / texts.length);
    return { ...text, id: i, title: respell(text.title, copy), body: respell(text.body, copy) };
  };
  return {
    size,
    slice: (from, to) => Array.from({ length: Math.min(to, size) - from }, (_, i) => at(from + i)),
  };
}

const readLines = (file: string, most: number): Text[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .slice(0, most)
    .map((line): Text => JSON.parse(line));

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** Every letter moves on among its kind, further with every copy: as many other words, as often, as long. */
function respell(text: string, copy: number): string {
  if (copy === 0) return text;
  const move = (letters: string, letter: string) =>
    letters[(letters.indexOf(letter) + copy) % letters.length] ?? letter;
  return text.toLowerCase().replace(/[a-z]/g, (letter) => move(VOWELS.includes(letter) ? VOWELS : CONSONANTS, letter));
}
