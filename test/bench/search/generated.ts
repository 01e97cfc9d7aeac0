import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './random.ts';
import type { Text } from './texts.ts';

const PAGES = 'test/fixtures/pages';
/** So many words does a language have here, beyond those of the fixture pages. */
const VOCABULARY = 30_000;
const GENERATED_MAX = 100_000;

/**
 * Texts for whoever has no corpus: words of the fixture pages, and words put together from their syllables, as often as
 * words are in a language (the n-th most frequent 1/n as often as the first). For timing; nothing can be judged by them.
 */
export function generatedTexts(most: number): Text[] {
  const next = random(11);
  const vocabulary = makeVocabulary(fixtureWords(), next);
  const shares = cumulative(vocabulary.length);
  const word = () => vocabulary[place(shares, next())] ?? '';
  const words = (least: number, spread: number) =>
    Array.from({ length: least + Math.floor(next() * spread) }, word).join(' ');
  return Array.from({ length: Math.min(most, GENERATED_MAX) }, (_, id) => ({
    id,
    title: words(5, 6),
    body: words(20, 61),
    tags: [word(), word()],
    url: `https://site-${Math.floor(next() * 300)}.example/${word()}/${id}`,
  }));
}

function fixtureWords(): string[] {
  const pages = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
  const text = pages.map((name) => readFileSync(join(PAGES, name), 'utf8').replace(/<[^>]*>/g, ' ')).join(' ');
  return [...new Set(text.toLowerCase().match(/\b[a-z]{2,}\b/g) ?? ['word'])];
}

/** The shorter a word, the more often it stands. */
function makeVocabulary(words: string[], next: () => number): string[] {
  const syllables = [...new Set(words.flatMap((word) => word.match(/[^aeiou]*[aeiou]+(?:[^aeiou]$)?/g) ?? []))];
  const syllable = () => syllables[Math.floor(next() * syllables.length)] ?? 'a';
  const made = new Set(words);
  while (made.size < VOCABULARY) made.add(Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join(''));
  return [...made].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function cumulative(count: number): Float64Array {
  const shares = new Float64Array(count);
  for (let i = 0, sum = 0; i < count; i++) {
    sum += 1 / (i + 1);
    shares[i] = sum;
  }
  return shares.map((share) => share / (shares.at(-1) ?? 1));
}

/** The first place whose share reaches `at`. */
function place(shares: Float64Array, at: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 1) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
