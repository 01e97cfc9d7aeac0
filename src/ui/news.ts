/** What of a list is shown, and what came in since the person began to read and waits to be let in. */
export interface Sifted<T> {
  shown: T[];
  news: T[];
}

export interface Sieve<T> {
  /** Names an item, the same whatever becomes of it. */
  nameOf: (item: T) => string;
  /** The person made it. */
  isMine?: (item: T) => boolean;
  /** Whether what is not shown yet may come at all: it may stand elsewhere. */
  mayCome?: (item: T) => boolean;
  /** So many are shown of a list that is seen for the first time, and what stands below that many is no news. */
  most?: number;
  /** Something is read beside this list, so that it waits also where nothing of its own stands. */
  isRead?: boolean;
}

/**
 * Holds back what came while a list is being read, so that nothing moves under the eye; `known` names, in their order, what has been
 * shown of it, null before the person began. Not held back: one's own (the person just made it), and anything while there is nothing to
 * read yet. What is gone goes at once, and nothing moves up for it.
 */
export function siftNews<T>(
  latest: T[],
  known: readonly string[] | null,
  { nameOf, isMine = () => false, mayCome = () => true, most = Number.POSITIVE_INFINITY, isRead = false }: Sieve<T>,
): Sifted<T> {
  const names = latest.map(nameOf);
  const places = new Map((known ?? []).map((name, place) => [name, place]));
  const last = names.findLastIndex((name) => places.has(name));
  const others = latest.filter((item) => !places.has(nameOf(item)) && mayCome(item));
  if (known === null || (last < 0 && !isRead)) return { shown: others.slice(0, most), news: [] };
  const placeOf = (item: T) => places.get(nameOf(item)) ?? -1;
  const held = latest.filter((item) => placeOf(item) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
  const come = others.filter((item) => places.size < most || names.indexOf(nameOf(item)) < last);
  return { shown: [...come.filter(isMine), ...held], news: come.filter((item) => !isMine(item)) };
}
