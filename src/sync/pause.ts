const FIRST_MS = 15_000;
const LONGEST_MS = 15 * 60_000;

/** How long to leave a server alone after so many failures in a row: doubling, or longer where the server asked for it. */
export const pauseAfter = (misses: number, askedMs = 0): number =>
  Math.max(askedMs, Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, misses - 1)));
