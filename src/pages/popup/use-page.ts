import { useLayoutEffect, useState } from 'preact/hooks';
import { begun } from './opening.ts';
import type { PageInView } from './page-in-view.ts';

/** Null until the browser has said it. Pressing our button grants the tab, so the popup knows its address. */
export function usePage(): PageInView | null {
  const [page, setPage] = useState(begun()?.seen.page ?? null);
  useLayoutEffect(() => {
    if (page) return;
    void (begun()?.page ?? askForPage()).then(setPage);
  }, []);
  return page;
}

/** What the first script has asked already, and brings along how addresses are read. */
const askForPage = async (): Promise<PageInView> => (await import('./page-in-view.ts')).askForPage();
