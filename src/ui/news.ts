/** What of a list is shown, and what came in since the person began to read and waits to be let in. */
export interface Sifted<T> {
  shown: T[];
  news: T[];
}

/** A record in a list, as far as news cares. */
export interface Arriving {
  id: string;
  isMine: boolean;
}

/**
 * Holds back what others shared while the list is being read, so that nothing moves under the eye. Not held back: one's
 * own (the person just made it), and anything while there is nothing to read yet. What is gone goes at once. `known` is
 * null before the person began.
 */
export function siftNews<T extends { record: Arriving }>(latest: T[], known: ReadonlySet<string> | null): Sifted<T> {
  const isKnown = ({ record }: T) => known?.has(record.id) ?? false;
  if (known === null || !latest.some(isKnown)) return { shown: latest, news: [] };
  const isShown = (one: T) => isKnown(one) || one.record.isMine;
  return { shown: latest.filter(isShown), news: latest.filter((one) => !isShown(one)) };
}
