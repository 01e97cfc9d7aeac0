import type { Store } from '../store/db.ts';
import { type Outgoing, recordsOf, waiting } from '../store/outbox.ts';
import type { Later } from './later.ts';
import type { Pace } from './pace.ts';

/** What one push carries. */
export interface Batch {
  sent: Outgoing[];
  bytes: number;
}

/** Room for what stands around the records. */
export const ENVELOPE = 64;
/** Records that are read before it is known how large they are. */
const FIRST = 16;

/**
 * What waits for a team, in as many batches as are sent at once, each as large as its pace allows. A record that is too
 * large alone goes alone, for the server to refuse; what is left for later is left out, and what is found to be so is noted. Reads hardly more records than are sent: all that may be counted at once could be 128 MB.
 */
export async function nextBatches(
  store: Store,
  teamId: string,
  now: number,
  pace: Pace,
  later: Later,
): Promise<Batch[]> {
  const most = pace.records * pace.atOnce + later.count();
  const all = await waiting(store, teamId, now, most);
  const rows = all.filter(({ id }) => !later.has(id));
  const batches: Batch[] = [];
  const room = pace.bytes * pace.atOnce;
  let [read, size] = [0, 0];
  while (read < rows.length && size < room) {
    const some = size === 0 ? FIRST : Math.max(1, Math.ceil((room - size) / (size / read)));
    for (const one of await recordsOf(store, rows.slice(read, read + some))) {
      const bytes = new TextEncoder().encode(JSON.stringify(one.record)).length + 1;
      if (later.leaves(one.row.id, bytes)) continue;
      size += bytes;
      if (!put(batches, one, bytes, pace)) return batches;
    }
    read += some;
  }
  return batches;
}

/** Puts a record into the last batch, or into a new one; false where there is no room left. */
function put(batches: Batch[], one: Outgoing, bytes: number, pace: Pace): boolean {
  const last = batches.at(-1);
  if (last && last.sent.length < pace.records && last.bytes + bytes <= pace.bytes) {
    last.sent.push(one);
    last.bytes += bytes;
    return true;
  }
  if (batches.length === pace.atOnce) return false;
  batches.push({ sent: [one], bytes: ENVELOPE + bytes });
  return true;
}
