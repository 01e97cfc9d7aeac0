import { FORMAT } from '../search/stored/leaf.ts';
import type { Db } from './db.ts';
import { askRebuild } from './index-rebuild.ts';
import { namesIn } from './segment-part.ts';
import { readStamp } from './stamping.ts';

/** So many numbers are counted at a time, which takes 2 to 4 ms: whoever writes waits no longer. */
const COUNTED = 2_000;

/**
 * Whether as many records and leaves stand as the segments tell of, less what is gone; where it is not so the index is made anew. Then a record
 * was lost, or that one is gone, which is counted among what was found for ever although it is not there; or a leaf, which only who looks
 * for what stands in it would miss. Every number is counted, .1 to .2 s for 100,000, so it is done once after a start of the browser.
 * Throws where something was written meanwhile: nothing is known then.
 */
export async function countIndex(db: Db): Promise<boolean> {
  const stamp = await readStamp(db);
  let isRight = true;
  for (const { id = 0, format, from, to, records, firsts } of await db.segments.toArray()) {
    if (format !== FORMAT) continue;
    const gone = await db.gone.where('number').between(from, to, true, true).count();
    const leaves = await db.leaves.where('[segment+at]').between([id, 0], [id, Number.POSITIVE_INFINITY]).count();
    isRight &&= leaves === namesIn(firsts).length && (await countRecords(db, from, to)) + gone === records;
  }
  if ((await readStamp(db)) !== stamp) throw new Error('The index was written while it was counted.');
  if (!isRight) await askRebuild(db);
  return isRight;
}

async function countRecords(db: Db, from: number, to: number): Promise<number> {
  let count = 0;
  for (let at = from; at <= to; at += COUNTED) {
    const last = Math.min(to, at + COUNTED - 1);
    count += await db.records.where('number').between(at, last, true, true).count();
  }
  return count;
}
