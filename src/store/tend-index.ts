import type { Db, Store } from './db.ts';
import { rebuild } from './index-rebuild.ts';
import { raiseStamp } from './raise-stamp.ts';
import { RETIRED } from './rows.ts';
import { flush } from './segment-flush.ts';
import { merge } from './segment-merge.ts';
import { dropRows } from './segment-rows.ts';

/**
 * Keeps the search index in shape, for about `budgetMs`: makes it anew where it is damaged or of another version, turns
 * what is fresh into segments, merges segments, takes old ones away. Made of small steps that each leave a whole
 * index behind, so the worker may die at any of them. Gives whether there is more to do.
 */
export async function tendIndex({ relaxed }: Store, budgetMs: number): Promise<boolean> {
  const end = performance.now() + budgetMs;
  if (!looked.has(relaxed)) {
    await raiseStamp(relaxed);
    looked.add(relaxed);
  }
  const isOver = () => performance.now() >= end;
  for (;;) {
    const didSomething =
      (await rebuild(relaxed)) || (await sweep(relaxed)) || (await flush(relaxed)) || (await merge(relaxed));
    if (!didSomething) return false;
    if (isOver()) return true;
  }
}

/** Databases of which it was looked at in this life of the worker whether the stamp is too low. */
const looked = new WeakSet<Db>();

/** Takes away the rows of one segment that a merge replaced. A search that still reads it begins again. */
async function sweep(db: Db): Promise<boolean> {
  const old = await db.segments.filter(({ format }) => format === RETIRED).first();
  if (old?.id === undefined) return false;
  const { id } = old;
  await db.transaction('rw', db.segments, db.leaves, db.lists, () => dropRows(db, id));
  return true;
}
