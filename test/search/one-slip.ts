/** Whether one slip makes `b` of `a`, both longer than two letters and with the same first two: a letter too many, too few, another, or two swapped. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || a.slice(0, 2) !== b.slice(0, 2)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const cut = (word: string, at: number, count = 1) => word.slice(0, at) + word.slice(at + count);
  const places = Array.from(long, (_, i) => i);
  if (long.length === short.length + 1) return places.some((i) => cut(long, i) === short);
  if (long.length !== short.length) return false;
  return places.some(
    (i) =>
      cut(long, i) === cut(short, i) ||
      long === short.slice(0, i) + short.charAt(i + 1) + short.charAt(i) + short.slice(i + 2),
  );
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** All that one slip after the second letter makes of a word. */
export function slipsOf(word: string): string[] {
  const places = Array.from({ length: word.length - 1 }, (_, i) => i + 2);
  return places.flatMap((i) => {
    const [before, rest] = [word.slice(0, i), word.slice(i)];
    const swapped = rest.length > 1 ? [before + rest.charAt(1) + rest.charAt(0) + rest.slice(2)] : [];
    const others = Array.from(LETTERS).flatMap((letter) => [before + letter + rest, before + letter + rest.slice(1)]);
    return [before + rest.slice(1), ...swapped, ...others];
  });
}

/** A word that is written is no other one with one letter replaced. */
export const isReplaced = (a: string, b: string): boolean =>
  a.length === b.length && Array.from(a).filter((letter, i) => letter !== b[i]).length === 1;

/** Four letters are only put right where one is missing; what is cut off is the lesser part of a word, unless it was typed, as was what is left. */
export function isLikely(typed: string, mended: string, term: string): boolean {
  if (term.length < (typed.length < 5 ? 5 : 3)) return false;
  const ending = Array.from(mended).findIndex((letter, i) => letter !== term[i]);
  const isTyped = typed.endsWith(mended.slice(ending)) && (typed.startsWith(term) || 2 * term.length === typed.length);
  return ending < 0 || isTyped || term.length > Math.min(3, typed.length / 2);
}
