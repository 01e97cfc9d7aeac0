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
