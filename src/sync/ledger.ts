import type { Store } from '../store/db.ts';
import type { LedgerRow } from '../store/rows.ts';

/** How many of the latest requests are remembered. */
export const LEDGER_ROWS = 1_000;

/** Notes a request that left this browser, so that a person can read what went where. The oldest make room. */
export async function noteRequest(store: Store, row: LedgerRow): Promise<void> {
  const n = await store.relaxed.ledger.add(row);
  await store.relaxed.ledger
    .where('n')
    .belowOrEqual(n - LEDGER_ROWS)
    .delete();
}
