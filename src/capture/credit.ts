/** Of the page's time as much may go into looking, in the long run. */
const SHARE = 0.01;
/** What a page that rested for a while has saved up: so much may be spent at once, in ms. */
const MOST_MS = 60;
/** One look is never paid for longer than a minute: what it seems to have taken may be a machine that slept. */
const LEAST_MS = -600;

/** Time that may be spent: it grows as time passes, and what was spent beyond it has to be waited for. */
export interface Credit {
  /** How long until there is any, in ms. */
  waitMs(): number;
  spend(ms: number): void;
}

/**
 * Bounds what looking costs by its share of the time, not by how often: a page that changes for hours and takes little is
 * looked at all along, one that takes long is rested from accordingly, and both as if new once they were quiet for a while.
 */
export function createCredit(): Credit {
  let left = MOST_MS;
  let counted = performance.now();
  const count = (): number => {
    const now = performance.now();
    left = Math.min(MOST_MS, left + (now - counted) * SHARE);
    counted = now;
    return left;
  };
  return {
    waitMs: () => Math.max(0, -count() / SHARE),
    spend(ms) {
      left = Math.max(LEAST_MS, count() - Math.max(0, ms));
    },
  };
}
