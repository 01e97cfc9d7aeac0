import type { Part } from './part.ts';
import type { Matcher, Slot } from './slot.ts';

/** A slip in the first two letters is not looked for: it would mean reading most of the dictionary. */
const SURE_LETTERS = 2;
const SLIP_WEIGHT = 0.6;

/** The terms that one slip of the finger makes of a word, or of a form of it. */
export async function correctionsOf({ word, matchers }: Slot, parts: Part[]): Promise<Matcher[]> {
  const asked = new Set([word, ...matchers.filter((m) => !m.isBeginning).map(({ term }) => term)]);
  const near = await Promise.all(parts.flatMap((part) => [...asked].map((one) => nearIn(part, one))));
  return [...new Set(near.flat())].map((term) => ({ term, isBeginning: false, weight: SLIP_WEIGHT }));
}

/** Terms of a part that a slip makes of `word`. */
export async function nearIn(part: Part, word: string): Promise<string[]> {
  const terms = await part.terms(word.slice(0, SURE_LETTERS), (first, next) =>
    mayHoldSlip(word, first, next, SURE_LETTERS),
  );
  return terms.map(([term]) => term).filter((term) => isOneSlipAway(term, word));
}

/**
 * Whether one slip makes `b` of `a`: a letter too many, too few, another, or two swapped (Damerau 1964). Not true for
 * equal words.
 */
export function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  const isOther = short.slice(start + 1) === long.slice(start + 1);
  const isSwapped =
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2);
  return isOther || isSwapped;
}

/**
 * Whether terms from `first` up to `next`, which is not among them, may hold one that a slip after the first `sure` letters makes of a
 * word. Most leaves of a large dictionary need not be read to know that they do not.
 */
export function mayHoldSlip(word: string, first: string, next: string, sure: number): boolean {
  const holds = (term: string) => first <= term && term < next;
  for (let i = sure; i <= word.length; i++) {
    const [before, rest] = [word.slice(0, i), word.slice(i + 1)];
    if (holds(before + rest) || holds(before + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2))) return true;
    // Any letter may stand here: where all of these terms have the same one, it is that.
    if (next <= before || (first > before && !first.startsWith(before))) continue;
    const letter = first.startsWith(before) ? first[i] : undefined;
    if (letter === undefined || !next.startsWith(before) || next[i] !== letter) return true;
    if (holds(before + letter + rest) || holds(before + letter + word.slice(i))) return true;
  }
  return false;
}
