import { isElement, isFrame } from './dom.ts';

/** Quiet after the last change before we look, at first; it grows with every look. */
const QUIET_MS = 250;
const QUIET_MOST_MS = 8_000;
/** Looks for one address; then we rest until the page moves on. */
const LOOKS = 24;
/** A page that has changed again so soon after a look goes on changing. */
const AT_ONCE_MS = 100;

export interface Watch {
  stop(): void;
  /** There are other trees to watch now. */
  widen(): void;
}

/**
 * Calls `look` after one of these trees has changed, or a frame was loaded, once it has been quiet for a moment, a
 * limited number of times. However many changes there are in between, they cost one call; those that come while a look
 * is under way cost one more, since the look may have passed that part already. `trees` is asked anew each time, since pages come and go in parts.
 * `onBusy` is called when a page changes again at once after a look.
 */
export function watchPage(trees: () => Iterable<Node>, look: () => Promise<void>, onBusy = (): void => {}): Watch {
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isLooking = false;
  let hasChanged = false;
  let looked = Number.NEGATIVE_INFINITY;
  const observer = new MutationObserver(lookSoon);

  function lookSoon(): void {
    rest();
    hasChanged = true;
    if (performance.now() - looked < AT_ONCE_MS) onBusy();
    if (isLooking) return;
    timer = setTimeout(() => void lookOnce(), Math.min(QUIET_MS * 1.25 ** looks, QUIET_MOST_MS));
  }

  async function lookOnce(): Promise<void> {
    looks++;
    hasChanged = false;
    isLooking = true;
    const mayLookAgain = looks < LOOKS;
    if (mayLookAgain) observe();
    try {
      await look();
    } finally {
      isLooking = false;
      looked = performance.now();
      if (!isStopped && mayLookAgain) goOn();
    }
  }

  function goOn(): void {
    if (hasChanged) lookSoon();
    else observe();
  }

  function observe(): void {
    for (const tree of trees()) observer.observe(tree, { childList: true, characterData: true, subtree: true });
    document.addEventListener('load', hearLoad, true);
  }

  /** A frame's load does not bubble, but it can be caught on the way down. */
  function hearLoad({ target }: Event): void {
    if (isElement(target as Node | null) && isFrame(target as Element)) lookSoon();
  }

  function rest(): void {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('load', hearLoad, true);
  }

  observe();
  return {
    stop() {
      isStopped = true;
      rest();
    },
    widen() {
      if (!isStopped && looks < LOOKS) observe();
    },
  };
}
