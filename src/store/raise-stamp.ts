import type { Db } from './db.ts';
import { highestOfRecords } from './highest-number.ts';
import { askRebuild } from './index-rebuild.ts';
import { lastIn, STAMP, stampAfter } from './index-stamp.ts';

/**
 * Where the stamp tells of fewer numbers than stand here, as a browser may leave it that mended a damaged store in part: each number
 * it gives is another record's, and is refused, or taken for that one. So it is raised above all of them, and the index is made
 * anew, since nobody can tell which numbers were given twice. Gives whether it was so.
 */
export async function raiseStamp(db: Db): Promise<boolean> {
  const tables = [db.meta, db.records, db.fresh, db.gone, db.segments];
  // Hardly ever is it so, and to look holds nobody up who reads.
  if ((await db.transaction('r', tables, async () => highestAbove(db))) === null) return false;
  await db.transaction('rw', tables, async () => {
    const highest = await highestAbove(db);
    if (highest === null) return;
    await db.meta.put({ key: STAMP, value: stampAfter(highest) });
    // In the same transaction: once it is raised nobody sees any more that it was too low. One that is under way goes up to a number
    // from before.
    await askRebuild(db, true);
  });
  return true;
}

/** The highest number that stands, where the stamp tells of fewer; null where it does not, or there is none and the database itself counts on. */
async function highestAbove(db: Db): Promise<number | null> {
  const last = lastIn((await db.meta.get(STAMP))?.value);
  if (last === null) return null;
  const highest = await highestNumber(db);
  return highest > last ? highest : null;
}

/** The highest that any table tells of. */
async function highestNumber(db: Db): Promise<number> {
  const [record, fresh, gone, segments] = await Promise.all([
    highestOfRecords(db),
    db.fresh.orderBy('number').reverse().limit(1).primaryKeys(),
    db.gone.orderBy('number').reverse().limit(1).primaryKeys(),
    db.segments.toArray(),
  ]);
  return Math.max(record, ...fresh, ...gone, ...segments.map(({ to }) => to));
}
