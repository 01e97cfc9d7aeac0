import { keepsInLevelDb, makeAndDelete } from './throwaway.ts';

/**
 * Makes Chromium begin a new log of its database. It goes on writing into the one that stands; where the browser was killed in
 * the middle of a record, that one ends in half a record, which the next start reads over and the one after it, with
 * more behind it, takes for damage: then Chromium throws everything away without a word. Seen in two benches that kill it, and
 * again whenever the end of a log is cut. So this is to be done once after each start of the browser, as soon as it can be: what is written
 * before it is at risk. To be dropped when Chromium no longer goes on with a log that ends in half a record.
 */
export async function beginFreshLog(): Promise<void> {
  if (keepsInLevelDb()) await makeAndDelete('sidelight-fresh-log');
}
