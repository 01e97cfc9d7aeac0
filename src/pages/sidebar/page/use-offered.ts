import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fit } from '../../../store/for-page.ts';
import { drawMore, letIn, type Offered, offer } from './offered.ts';
import type { Found } from './use-fits.ts';

/** After so long what stands below is being read, and nothing is put above it unasked. */
const PATIENCE_MS = 1_000;

export interface OfferedFits {
  drawn: Fit[];
  /** Ids of everything that was offered here, also of what was waved away since. */
  known: ReadonlySet<string>;
  news: number;
  more: number;
  letIn: () => void;
  showMore: () => void;
  /** Nothing will be put above what is below: it may be drawn. */
  isSettled: boolean;
}

/** A lesson that is shared or taken back while it is read stays the same one. */
const keyOf = ({ record }: Fit): string => record.id;

/** What of the lessons found for a page is drawn; the rest waits behind a button. */
export function useOffered(page: string, found: Found | undefined, fits: Fit[]): OfferedFits {
  const isLate = useIsLate(page);
  const [offered, setOffered] = useState<Offered | null>(null);
  const keys = fits.map(keyOf);
  const isWhole = found?.answer.read !== 'title';
  const most = found?.answer.most ?? 0;
  // In the same drawing, so that nothing is drawn that has left.
  const now = found ? offer(offered, { page, keys, most, isLate, isWhole }) : null;
  useEffect(() => {
    if (now && JSON.stringify(toPlain(now)) !== JSON.stringify(offered && toPlain(offered))) setOffered(now);
  });
  const byKey = new Map(fits.map((fit) => [keyOf(fit), fit]));
  const act = (change: (offered: Offered) => Offered) => () => now && setOffered(change(now));
  return {
    drawn: now?.drawn.flatMap((key) => byKey.get(key) ?? []) ?? [],
    known: now?.known ?? new Set(),
    news: now?.news.length ?? 0,
    more: now?.more.length ?? 0,
    letIn: act(letIn),
    showMore: act(drawMore),
    isSettled: now?.isSettled ?? isLate,
  };
}

const toPlain = ({ known, ...rest }: Offered) => ({ ...rest, known: [...known] });

/** Whether a page has been in view for longer than a person waits before reading. */
function useIsLate(page: string): boolean {
  const [late, setLate] = useState('');
  const current = useRef(page);
  current.current = page;
  useEffect(() => {
    const timer = setTimeout(() => setLate(current.current), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [page]);
  return late === page;
}
