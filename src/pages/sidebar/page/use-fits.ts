import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { onSettings } from '../../../browser/settings.ts';
import { fitsShown } from '../../../store/fits-shown.ts';
import type { Fit } from '../../../store/for-page.ts';
import { live } from '../../../store/live.ts';
import { useLive } from '../../../ui/use-live.ts';
import type { PageFits } from '../../../wire/fits.ts';
import { useStore } from '../desk.ts';
import type { PageInView } from './use-active.ts';
import { withDrawn } from './with-drawn.ts';

/** What was found for a page, with its records as they are now. */
export interface Found {
  page: string;
  answer: PageFits;
  fits: Fit[];
}

/** Records come in by the hundred: the page is matched again when they have come. */
const CALM_MS = 600;
/** An application shows another page under its new address first and its words after; its title tells. Others blink with theirs. */
const TITLES_MOST = 2;
/** While the search index is made anew, more of the records can be matched from moment to moment. */
const PARTIAL_MS = 3_000;
/** What was asked may have met a document on its way out, or a background on its: how soon it is asked again. Some pages never let us in. */
const UNREAD_MS = [200, 400, 800, 1_600, 3_200];

/**
 * What fits the page in view: asked once it is known, and again when records came or went, or could not all be matched yet. The last
 * answer stays until the next has been read whole, so that nothing flickers, and what is `drawn` of it stays, unless the page shows something
 * else or the person has said what they want: `anew` asks so, at once.
 */
export function useFits(
  { tabId, page, url, title }: PageInView,
  drawn: RefObject<ReadonlySet<string>>,
): { found: Found | undefined; anew: () => void } {
  const { relaxed } = useStore();
  const [asked, setAsked] = useState<{ page: string; answer: PageFits }>();
  const [turn, setTurn] = useState(0);
  const again = () => setTurn((last) => last + 1);
  const isAnew = useRef(false);
  const anew = () => {
    isAnew.current = true;
    again();
  };
  /** How often in a row, after the first time. */
  const unread = useRef(-1);
  const hasTitle = title.trim() !== '';
  useEffect(() => {
    let isHere = true;
    let later: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await ask('fits', { tabId, href: url ?? '' });
      if (!isHere) return;
      if (answer.ok) {
        const held = isAnew.current ? null : drawn.current;
        isAnew.current = false;
        setAsked((last) => ({
          page,
          answer: last && held ? withDrawn(answer.value, last.answer, held) : answer.value,
        }));
      }
      const isRead = answer.ok && answer.value.read !== 'title';
      unread.current = isRead ? -1 : unread.current + 1;
      const pauseMs = UNREAD_MS[unread.current] ?? (answer.ok && answer.value.isPartial && PARTIAL_MS);
      if (pauseMs) later = setTimeout(again, pauseMs);
    };
    void look();
    return () => {
      isHere = false;
      clearTimeout(later);
    };
  }, [page, hasTitle, turn]);
  useWhenTitleChanges(page, title, anew);
  useWhenRecordsCome(again);
  useEffect(() => onSettings(anew), []);
  const read = async () => asked && { ...asked, fits: await fitsShown(relaxed, asked.answer.fits) };
  const found = useLive(() => live(read), [asked]);
  return { found: found?.page === page ? found : undefined, anew };
}

/** Tells that a page has another title than it came with, a moment after. */
function useWhenTitleChanges(page: string, title: string, tell: () => void): void {
  const known = useRef({ page, title, times: 0 });
  useEffect(() => {
    const { current } = known;
    if (current.page !== page) known.current = { page, title, times: 0 };
    if (current.page !== page || current.title === title || current.times >= TITLES_MOST) return;
    const timer = setTimeout(() => {
      known.current = { page, title, times: current.times + 1 };
      tell();
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [page, title]);
}

/** Tells, a moment after the last, that records were written in any of our contexts. */
function useWhenRecordsCome(tell: () => void): void {
  const { relaxed } = useStore();
  const newest = useLive(
    () => live(async () => `${await relaxed.records.orderBy('number').reverse().limit(1).keys()}`),
    [],
  );
  const isFirst = useRef(true);
  useEffect(() => {
    if (newest === undefined) return;
    const timer = isFirst.current ? undefined : setTimeout(tell, CALM_MS);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [newest]);
}
