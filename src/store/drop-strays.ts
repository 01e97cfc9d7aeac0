import type { Collection } from 'dexie';
import type { Db } from './db.ts';
import { BUILDING, RETIRED } from './rows.ts';
import { JOB, type Job } from './segment-merge.ts';
import { dropRows } from './segment-rows.ts';

/**
 * Takes away what nobody else would: leaves and lists of segments whose row was lost, with words of records that may have been deleted
 * since, and what a merge was writing that nobody goes on with.
 */
export async function dropStrays(db: Db): Promise<void> {
  const tables = [db.segments, db.leaves, db.lists, db.meta];
  // Hardly ever is there anything, and to look holds nobody up who reads.
  const [left, strays] = await db.transaction('r', tables, async () =>
    Promise.all([leftBehind(db), idsWithoutRow(db)]),
  );
  if (left.length > 0) {
    await db.transaction('rw', db.segments, db.meta, async () => {
      for (const id of await leftBehind(db)) await db.segments.update(id, { format: RETIRED });
    });
  }
  // The database gives no id twice: what has no row now never has.
  for (const id of strays) await db.transaction('rw', db.segments, db.leaves, db.lists, async () => dropRows(db, id));
}

/** What a merge was writing that is no longer known to be under way. */
async function leftBehind(db: Db): Promise<number[]> {
  const job = (await db.meta.get(JOB))?.value as Job | undefined;
  const building = await db.segments.filter(({ format }) => format === BUILDING).primaryKeys();
  return building.filter((id) => id !== job?.into);
}

async function idsWithoutRow(db: Db): Promise<Set<number>> {
  const after = Number.POSITIVE_INFINITY;
  const [standing, ofLeaves, ofLists] = await Promise.all([
    db.segments.toCollection().primaryKeys(),
    idsIn((id) => db.leaves.where('[segment+at]').above([id, after])),
    idsIn((id) => db.lists.where('[segment+at+i]').above([id, after, after])),
  ]);
  return new Set([...ofLeaves, ...ofLists].filter((id) => !standing.includes(id)));
}

/** The segments that rows are of: a short request for each. */
async function idsIn<T>(rowsAfter: (id: number) => Collection<T, number[]>): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const rest = rowsAfter(ids.at(-1) ?? Number.NEGATIVE_INFINITY);
    const [key] = await rest.limit(1).primaryKeys();
    if (!key) return ids;
    ids.push(key[0] as number);
  }
}
