import { useRef, useState } from 'preact/hooks';
import { type Sieve, type Sifted, siftNews } from './news.ts';

/**
 * {@link siftNews} for a list that is live; `undefined` before its first answer. With another `list` (a page's identity)
 * it begins again. `letIn` shows what waits, above the rest.
 */
export function useNews<T>(latest: T[] | undefined, list: string, sieve: Sieve<T>): Sifted<T> & { letIn: () => void } {
  const last = useRef<{ list: string; known: string[] } | null>(null);
  const [, drawAgain] = useState({});
  const known = last.current?.list === list ? last.current.known : null;
  const sifted = siftNews(latest ?? [], known, sieve);
  /** What has left keeps its place, for when its leaving is undone. */
  const know = (items: T[]) => [...new Set([...items.map(sieve.nameOf), ...(known ?? [])])];
  // In the same drawing: what comes before the next is news already.
  const isNew = (item: T) => !known?.includes(sieve.nameOf(item));
  if (latest) last.current = { list, known: know(sifted.shown.filter(isNew)) };
  const letIn = () => {
    last.current = { list, known: know(sifted.news).slice(0, sieve.most) };
    drawAgain({});
  };
  return { ...sifted, letIn };
}
