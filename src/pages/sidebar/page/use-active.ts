import { useEffect, useState } from 'preact/hooks';
import { hasHosts, mayEnterFiles, onHosts } from '../../../browser/hosts.ts';
import { type ActivePage, activePage, onActivePage } from '../../../browser/tabs.ts';
import { isWebUrl, normaliseUrl, originOf, siteOf } from '../../../domain/url.ts';

/** The page in view, and whether we may come back to it by ourselves. */
export interface PageInView extends ActivePage {
  /** Its identity; '' where the browser keeps it to itself or it is not of the web. */
  page: string;
  site: string;
  isWeb: boolean;
  /** Host access to this site (a file's is that to files), to all sites. */
  access: { site: boolean; all: boolean };
  /** A file that the browser keeps every extension out of until the person allows it in its settings. */
  isFileClosed: boolean;
}

async function look(active: ActivePage): Promise<PageInView> {
  const url = active.url ?? '';
  const isWeb = isWebUrl(url);
  const [site, all, mayFiles] = await Promise.all([isWeb && hasHosts(originOf(url)), hasHosts(), mayEnterFiles()]);
  const isFileClosed = url.startsWith('file:') && !mayFiles;
  return { ...active, page: normaliseUrl(url), site: siteOf(url), isWeb, access: { site, all }, isFileClosed };
}

/** Follows the tab in view; null until the browser has answered first. */
export function useActive(): PageInView | null {
  const [page, setPage] = useState<PageInView | null>(null);
  useEffect(() => {
    let latest = 0;
    const show = async (active: ActivePage) => {
      const turn = ++latest;
      const seen = await look(active);
      if (turn === latest) setPage(seen);
    };
    const lookAgain = () => void activePage().then(show);
    lookAgain();
    const stops = [onActivePage((active) => void show(active)), onHosts(lookAgain)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return page;
}
