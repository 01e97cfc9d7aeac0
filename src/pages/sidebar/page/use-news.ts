import { useEffect, useRef, useState } from 'preact/hooks';
import type { Placed } from './arrange.ts';
import { type Sifted, siftNews } from './news.ts';

/** {@link siftNews} for the page in view: with another page it begins again. `letIn` shows what waits. */
export function useNews(latest: Placed[] | undefined, page: string): Sifted<Placed> & { letIn: () => void } {
  const [known, setKnown] = useState<{ page: string; ids: ReadonlySet<string> } | null>(null);
  const ids = latest?.map(({ record }) => record.id) ?? [];
  const sifted = siftNews(latest ?? [], known?.page === page ? known.ids : null);
  const shownIds = sifted.shown.map(({ record }) => record.id).join(' ');
  const last = useRef('');
  useEffect(() => {
    const now = `${page} ${shownIds}`;
    if (latest === undefined || last.current === now) return;
    last.current = now;
    setKnown({ page, ids: new Set(shownIds.split(' ')) });
  }, [page, shownIds, latest === undefined]);
  return { ...sifted, letIn: () => setKnown({ page, ids: new Set(ids) }) };
}
