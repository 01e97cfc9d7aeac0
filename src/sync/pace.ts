import { PUSH_BYTES_MAX, PUSH_RECORDS_MAX } from '../wire/sync.ts';
import { SILENCE_MS } from './call.ts';

/** What a push has at least: a line over which these do not come through in time carries nothing. */
const BYTES_MIN = 16 * 1024;
/** Slow lines are found and left behind in few steps, each of which may cost 30 s. */
const STEP = 4;

/** How large pushes are, and how many are under way at once. */
export interface Pace {
  records: number;
  /** Before packing. */
  bytes: number;
  atOnce: number;
}

/**
 * After failures one by one and small: over a line too slow for what is usual, within the time that an answer may take,
 * nothing would ever arrive.
 */
export const paceAfter = (misses: number, atOnce: number): Pace => ({
  records: PUSH_RECORDS_MAX,
  bytes: Math.max(BYTES_MIN, PUSH_BYTES_MAX / STEP ** misses),
  atOnce: misses > 0 ? 1 : atOnce,
});

/** The pace after a push of so many bytes was not answered in time; null where it cannot be slower. */
export function slowDown(pace: Pace, bytes: number): Pace | null {
  if (bytes <= BYTES_MIN) return null;
  return { ...pace, bytes: Math.max(BYTES_MIN, Math.min(pace.bytes, Math.ceil(bytes / STEP))), atOnce: 1 };
}

/** The pace after a push that took so long: larger where that would still be answered in half the time there is. */
export function speedUp(pace: Pace, tookMs: number): Pace {
  const isQuick = tookMs * STEP * 2 < SILENCE_MS;
  return isQuick ? { ...pace, bytes: Math.min(PUSH_BYTES_MAX, pace.bytes * STEP) } : pace;
}
