import { useEffect, useRef, useState } from 'preact/hooks';
import { type Arriving, type Sifted, siftNews } from './news.ts';

/**
 * {@link siftNews} for a list that is live; `undefined` before its first answer. With another `list` (a page's identity)
 * it begins again. `letIn` shows what waits.
 */
export function useNews<T extends { record: Arriving }>(
  latest: T[] | undefined,
  list: string,
): Sifted<T> & { letIn: () => void } {
  const [known, setKnown] = useState<{ list: string; ids: ReadonlySet<string> } | null>(null);
  const sifted = siftNews(latest ?? [], known?.list === list ? known.ids : null);
  const shownIds = sifted.shown.map(({ record }) => record.id).join(' ');
  const last = useRef('');
  useEffect(() => {
    const now = `${list} ${shownIds}`;
    if (latest === undefined || last.current === now) return;
    last.current = now;
    setKnown({ list, ids: new Set(shownIds.split(' ')) });
  }, [list, shownIds, latest === undefined]);
  return { ...sifted, letIn: () => setKnown({ list, ids: new Set(latest?.map(({ record }) => record.id)) }) };
}
