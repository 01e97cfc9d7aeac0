import { useLayoutEffect, useState } from 'preact/hooks';
import { activePage } from '../../browser/tabs.ts';
import { begun } from './opening.ts';
import { inView, type PageInView } from './page-in-view.ts';

/** Null until the browser has said it. Pressing our button grants the tab, so the popup knows its address. */
export function usePage(): PageInView | null {
  const [page, setPage] = useState(begun()?.seen.page ?? null);
  useLayoutEffect(() => {
    if (page) return;
    void (begun()?.page ?? activePage().then(inView)).then(setPage);
  }, []);
  return page;
}
