import type { Db, Store } from './db.ts';
import { dropStrays } from './drop-strays.ts';
import { fillHoles } from './heal-index.ts';
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
  if (!going.has(relaxed)) await lookOver(relaxed);
  going.add(relaxed);
  const isOver = () => performance.now() >= end;
  for (;;) {
    const didSomething =
      (await rebuild(relaxed)) || (await sweep(relaxed)) || (await flush(relaxed)) || (await merge(relaxed));
    if (!didSomething) break;
    if (isOver()) return true;
  }
  going.delete(relaxed);
  return false;
}

/**
 * Looks for what a damaged store may have lost. What one of these cannot do is seen where errors are, and keeps neither the others nor
 * the index from what is to be done: what it would have found is found by counting (count-index.ts).
 */
async function lookOver(db: Db): Promise<void> {
  for (const look of looked.has(db) ? [fillHoles] : [raiseStamp, dropStrays, fillHoles]) {
    await look(db).catch((error: unknown) => reportError(error));
  }
  looked.add(db);
}

/** Databases of which it was looked at in this life of the worker whether the stamp is too low, and what was left behind. */
const looked = new WeakSet<Db>();
/** Those that it was not done with the last time: then nobody looks once more whether there are holes. */
const going = new WeakSet<Db>();

/** Takes away the rows of one segment that a merge replaced. A search that still reads it begins again. */
async function sweep(db: Db): Promise<boolean> {
  const old = await db.segments.filter(({ format }) => format === RETIRED).first();
  if (old?.id === undefined) return false;
  const { id } = old;
  await db.transaction('rw', db.segments, db.leaves, db.lists, async () => dropRows(db, id));
  return true;
}
