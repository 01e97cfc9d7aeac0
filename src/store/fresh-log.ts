import { keepsInLevelDb, makeAndDelete } from './throwaway.ts';

/** LevelDB begins another log when about 4 MB stand in one. Larger rows would be files of their own, outside of it. */
const ROWS = 100;
const ROW_BYTES = 50_000;

/**
 * Makes Chromium begin a new log of its database. It goes on writing into the one that stands; where the browser was killed in
 * the middle of a record, that one ends in half a record, which the next start reads over and the one after it, with
 * more behind it, takes for damage: then Chromium throws everything away without a word. Seen in two benches that kill it, and
 * again whenever the end of a log is cut. So this is to be done once after each start of the browser. To be dropped when
 * Chromium no longer goes on with a log that ends in half a record.
 */
export async function beginFreshLog(): Promise<void> {
  if (!keepsInLevelDb()) return;
  await makeAndDelete('sidelight-fresh-log', (rows) => {
    // Noise, for what repeats would be packed.
    for (let i = 0; i < ROWS; i++) rows.put(crypto.getRandomValues(new Uint8Array(ROW_BYTES)), i);
  });
}
