/** Scripts that are written without spaces. */
const RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** A stretch of one word that is written without spaces, or what stands beside such a stretch. */
export interface Stretch {
  text: string;
  isSpaceless: boolean;
}

/** Cuts a folded word where its script changes between spaceless and other. */
export function stretches(word: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const add = (text: string, isSpaceless: boolean) => text !== '' && found.push({ text, isSpaceless });
  for (const match of word.matchAll(RUN)) {
    add(word.slice(from, match.index), false);
    add(match[0], true);
    from = match.index + match[0].length;
  }
  add(word.slice(from), false);
  return found;
}

/**
 * Each pair of neighbouring characters, and the last one alone: so every stretch of two or more is found by its pairs,
 * and a single one as the beginning of a pair. Pairs need no dictionary, are the same in every browser, and find
 * words no dictionary knows.
 */
export function pairs(run: string): string[] {
  const letters = [...run];
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
}
