/** Quiet after the last change before we look, at first; it grows with every look. */
const QUIET_MS = 250;
const QUIET_MOST_MS = 8_000;
/** Looks for one address; then we rest until the page moves on. */
const LOOKS = 24;

export interface Watch {
  stop(): void;
}

/**
 * Calls `look` after the page has changed, once it has been quiet for a moment, a limited number of times. However many
 * changes there are in between, they cost one call: the observer is off until the look is done.
 */
export function watchPage(look: () => Promise<void>): Watch {
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer = setTimeout(() => void lookOnce(), Math.min(QUIET_MS * 1.25 ** looks, QUIET_MOST_MS));
  });

  async function lookOnce(): Promise<void> {
    looks++;
    await look();
    if (looks < LOOKS && !isStopped) observe();
  }

  function observe(): void {
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  }

  observe();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
