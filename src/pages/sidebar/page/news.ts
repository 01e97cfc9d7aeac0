import type { Shown } from '../../../store/read.ts';

/** What of a page is shown, and what came in since the person began to read and waits to be let in. */
export interface Sifted<T> {
  shown: T[];
  news: T[];
}

/**
 * Holds back what others shared while the list is being read, so that nothing moves under the eye. Not held back: one's
 * own (the person just made it), and anything while there is nothing to read yet. What is gone goes at once.
 */
export function siftNews<T extends { record: Pick<Shown, 'id' | 'isMine'> }>(
  latest: T[],
  known: ReadonlySet<string> | null,
): Sifted<T> {
  const isShown = ({ record }: T) => known?.has(record.id) || record.isMine;
  const shown = latest.filter(isShown);
  if (known === null || !latest.some(({ record }) => known.has(record.id))) return { shown: latest, news: [] };
  return { shown, news: latest.filter((one) => !isShown(one)) };
}
