import { useLayoutEffect, useState } from 'preact/hooks';
import { type ActivePage, activePage } from '../../browser/tabs.ts';
import { isWebUrl, normaliseUrl, siteOf } from '../../domain/url.ts';
import { begun } from './opening.ts';

/** The page in view, with what we call it. */
export interface PageInView extends ActivePage {
  /** Its identity; '' where it is not known or not of the web. */
  page: string;
  site: string;
  /** A page of the browser itself, or one whose address the browser keeps to itself. */
  isClosed: boolean;
}

export const inView = (active: ActivePage): PageInView => {
  const url = active.url ?? '';
  return { ...active, page: normaliseUrl(url), site: siteOf(url), isClosed: !isWebUrl(url) };
};

/** Null until the browser has said it. Pressing our button grants the tab, so the popup knows its address. */
export function usePage(): PageInView | null {
  const [page, setPage] = useState(() => {
    const active = begun()?.active;
    return active ? inView(active) : null;
  });
  useLayoutEffect(() => {
    if (page) return;
    void (begun()?.page ?? activePage()).then((active) => setPage(inView(active)));
  }, []);
  return page;
}
