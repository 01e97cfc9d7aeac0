import type { Db } from './db.ts';
import { highestOfRecords } from './highest-number.ts';
import { lastIn, STAMP, stampAfter } from './index-stamp.ts';

/** The stamp as it stands; undefined before the first change. */
export const readStamp = async (db: Db): Promise<unknown> => (await db.meta.get(STAMP))?.value;

/** The stamp inside of one transaction that writes, read once. */
export interface Stamping {
  /**
   * The first of so many numbers in a row that nobody else gets, on either side of 0. Fails with a `ConstraintError` where one stands above
   * all that the stamp tells of: what is written under such a number would take another record's place.
   */
  take(count: number): Promise<number>;
  /** Says that the index is another one now, so that what readers remember of how it stands is read anew. */
  stamp(): Promise<void>;
  /** As it stands, what was stamped in this transaction included; undefined before the first change. */
  standing(): Promise<unknown>;
  /** Fails with {@link Mistrusted} where it began otherwise than it was trusted to: to be waited for before the transaction ends. */
  trusted(): Promise<void>;
}

/** Somebody else has written since, or what would have written it was undone. */
export class Mistrusted extends Error {}

/**
 * Asks for it at once, so that it comes in beside whatever else the transaction begins with; `take` needs `fresh` and `records` in it as well. Who knows what
 * it will be when the transaction's turn comes need not wait for the answer.
 */
export function readStamping(db: Db, trust?: unknown): Stamping {
  let value = trust;
  let last = lastIn(trust);
  // Whoever is trusted has written all that was written since it was looked at.
  let isLookedAt = trust !== undefined;
  const reading = db.meta.get(STAMP).then((row) => {
    if (trust !== undefined) return row?.value === trust ? undefined : Promise.reject(new Mistrusted());
    value = row?.value;
    last = lastIn(value);
  });
  const known = trust === undefined ? reading : null;
  // Whoever needs it hears of it; where the transaction failed for another reason, nobody does.
  reading.catch(() => {});
  return {
    async take(count) {
      await known;
      const standing = isLookedAt ? 0 : await highestOfRecords(db);
      isLookedAt = true;
      if (last !== null && standing > last)
        throw new DOMException('A number stands above the stamp.', 'ConstraintError');
      const highest = last ?? Math.max(standing, await lastEver(db));
      // Who took some while this waited comes before.
      const first = Math.max(highest, last ?? 0) + 1;
      last = first + count - 1;
      return first;
    },
    async stamp() {
      await known;
      value = stampAfter(last);
      await db.meta.put({ key: STAMP, value });
    },
    async standing() {
      await known;
      return value;
    },
    trusted: () => reading,
  };
}

/** At least as high as any number that was given: the database itself counts on from the highest that ever stood in `fresh`. */
async function lastEver(db: Db): Promise<number> {
  const next = await db.fresh.add({ tongue: 'und', line: '' });
  await db.fresh.delete(next);
  return next;
}

/** Stamps alone, in a transaction that gives no numbers. */
export const stampIndex = (db: Db): Promise<void> => readStamping(db).stamp();
