/** Scripts that are written without spaces, and Korean, which hangs on a word what other languages write beside it. */
const LETTER = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
/** Caught, so that a word that is split at its runs keeps them: they stand at each second place. */
const RUN = new RegExp(`(${LETTER}+)`, 'u');
const BARE = new RegExp(`${LETTER}(?!\\p{M})`, 'gu');
/** Nobody types more of a word that has spaces beside it; the rest of a base64 block is not kept. */
export const WORD_MAX = 64;

/** Whether any of a word is written without spaces. */
export const hasRun = (word: string): boolean => RUN.test(word);

/** Where the pieces of a long word start and end: with a letter that no mark hangs on, which is the first of the next as well. */
export function piecesOf(word: string): [start: number, end: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  BARE.lastIndex = WORD_MAX;
  for (let match = BARE.exec(word); match; match = BARE.exec(word)) {
    pieces.push([from, BARE.lastIndex]);
    from = match.index;
    BARE.lastIndex = from + WORD_MAX;
  }
  return [...pieces, [from, word.length]];
}

/** A stretch of one word that is written without spaces, or what stands beside such a stretch. */
export interface Stretch {
  text: string;
  isSpaceless: boolean;
}

/** Cuts a folded word where its script changes between spaceless and other. */
export const stretches = (word: string): Stretch[] =>
  word
    .split(RUN)
    .map((text, i) => ({ text: i % 2 === 1 ? text : text.slice(0, WORD_MAX), isSpaceless: i % 2 === 1 }))
    .filter(({ text }) => text !== '');

/**
 * Each pair of neighbouring characters, and the last one alone: so every stretch of two or more is found by its pairs,
 * and a single one as the beginning of a pair. Pairs need no dictionary, are the same in every browser, and find
 * words no dictionary knows.
 */
export function pairs(run: string): string[] {
  const letters = [...run];
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
}
