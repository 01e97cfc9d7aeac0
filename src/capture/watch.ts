import { createCredit } from './credit.ts';
import { isElement, isFrame, isTag } from './dom.ts';
import { createNews, type News } from './news.ts';
import { timeRested } from './rests.ts';

/** From one look to the next at least. */
const QUIET_MS = 250;
/** A page that has changed again so soon after a look goes on changing. */
const AT_ONCE_MS = 100;

/** What is known as one looks. */
export interface Seen {
  /** Letters that may be new since the last look. */
  letters: number;
  /** The page had been quiet, and has changed in this very moment: nothing of that has been drawn yet. */
  isFirst: boolean;
}

/** Looks at the page. Gives ms after which to look again although nothing changes, or null. */
type Look = (seen: Seen) => Promise<number | null>;

export interface Watch {
  stop(): void;
  /** There are other trees to watch now. */
  widen(): void;
  /** `againMs` as a look gives it. */
  lookLater(againMs: number | null): void;
  /** Something has changed that is not heard of here. */
  nudge(): void;
}

/**
 * Calls `look` when one of these trees has changed, or a frame or a script was loaded: at once where it was quiet before, else
 * once for all changes of a moment. Its time is a share of the page's (`credit.ts`), however often that changes. What
 * changes while a look is under way is looked at after it, since it may have passed that part already. `trees` is asked
 * anew each time, since pages come and go in parts. `onBusy` is called when a page changes again at once after a look.
 */
export function watchPage(trees: () => Iterable<Node>, look: Look, onBusy = (): void => {}): Watch {
  const credit = createCredit();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isLooking = false;
  let hasChanged = false;
  let looked = Number.NEGATIVE_INFINITY;
  let news: News = createNews();
  const observer = new MutationObserver(hear);

  function hear(records: MutationRecord[]): void {
    news.take(records);
    if (news.isFlood()) observer.disconnect();
    lookSoon();
  }

  function lookSoon(): void {
    hasChanged = true;
    const now = performance.now();
    if (now - looked < AT_ONCE_MS) onBusy();
    if (isLooking) return;
    const waitMs = Math.max(looked + QUIET_MS - now, credit.waitMs());
    if (waitMs <= 0) void lookOnce(true);
    else lookIn(waitMs);
  }

  function lookIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void lookOnce(false), ms);
  }

  async function lookOnce(isFirst: boolean): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    news.take(observer.takeRecords());
    const letters = news.letters();
    news = createNews();
    hasChanged = false;
    isLooking = true;
    observer.disconnect();
    observe();
    const begun = performance.now() - timeRested();
    let again: number | null = null;
    try {
      again = await look({ letters, isFirst });
    } finally {
      isLooking = false;
      looked = performance.now();
      credit.spend(looked - timeRested() - begun);
      if (!isStopped) goOn(again);
    }
  }

  function goOn(again: number | null): void {
    if (hasChanged) lookSoon();
    else if (again !== null) lookIn(Math.max(again, credit.waitMs()));
  }

  function observe(): void {
    for (const tree of trees()) observer.observe(tree, { childList: true, characterData: true, subtree: true });
    document.addEventListener('load', hearLoad, true);
  }

  /** A load does not bubble, but it can be caught on the way down: of a frame, or of a script, which may define elements. */
  function hearLoad({ target, isTrusted }: Event): void {
    if (!isTrusted || !isElement(target as Node | null)) return;
    if (isTag(target as Element, 'script')) lookSoon();
    if (!isFrame(target as Element)) return;
    news.add(Number.POSITIVE_INFINITY);
    hasChanged = true;
    // Not at once: in Firefox what stood in the frame before seems to be there still.
    if (!isLooking) lookIn(Math.max(QUIET_MS, credit.waitMs()));
  }

  observe();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('load', hearLoad, true);
    },
    widen() {
      if (!isStopped && !news.isFlood()) observe();
    },
    lookLater(againMs) {
      if (!isStopped && !isLooking && timer === undefined) goOn(againMs);
    },
    nudge() {
      news.add(1);
      if (!isStopped) lookSoon();
    },
  };
}
