/**
 * Takes away what makes a store slow to open after much was written into it.
 *
 * Chromium keeps IndexedDB in LevelDB. Each key that a transaction writes (a record is seven) costs an entry to undo it and, when the transaction
 * is over, a mark that this entry is gone; whoever opens a closed store walks over all the marks (after 100,000 lessons more than 200,000, after
 * a million 2.3 million: why.md). LevelDB forgets a mark when it is compacted into the lowest level whose files may know of its key. Here that does
 * not come about by itself: the first file of the lowest level begins with the store's own few keys, which stand before all marks, and
 * ends in our records, which stand behind them; by its range it might know of any. Chromium itself compacts all of it, within
 * about three days. A page can have it at once, by three things that LevelDB does, seen in its log and in its files:
 *
 * 1. Where a database is deleted, its place is compacted, and before that what is in memory goes to a file (throwaway.ts).
 * 2. A file in which a key is looked for in vain, so that another has to be looked into, is compacted into the next level when that
 *    happened once for each 16 kB of it, and 100 times at least.
 * 3. What is compacted takes along whatever of its level lies within the range of the files below that it is merged with.
 *
 * So two keys that no record has are written and taken away in one transaction, below all records, and one between these two is looked for. That
 * is in the file with the last of the marks, and below it in the one that spans them all: all marks sink, level by level, until there is
 * nothing below, and are gone. No read waits for it, nothing of ours is changed, and it may be killed anywhere: then it is begun anew. To be
 * dropped when Chromium leaves no marks behind.
 */
import type { Db } from './db.ts';
import { lastIn } from './index-stamp.ts';
import { DROPPED } from './marks-left.ts';
import { readStamp } from './stamping.ts';
import { keepsInLevelDb, makeAndDelete } from './throwaway.ts';

/** So many records that were written or taken away are worth it: their marks are 2 ms of an opening. */
const WORTH = 2_000;
/** The numbers of no record, in order: the first and the last are written and taken away, the one between them is looked for. */
const NOBODY = [-1e300, -1e200, -1e100] as const;
/** A file has at most 4 MB, so 256 are enough. */
const LOOKS = 400;
/**
 * What lies before each round: one for each level that may be below, and more, since what one began has to be done before the next is of use. With a
 * million records that takes a second or two, and a round that comes too early costs 25 ms of the database.
 */
const RESTS_MS = [400, 800, 1_600, 3_200, 6_400];

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts a row behind all records, where there is none: what is looked for is met in the lowest level only if a file there reaches from
 * before it to behind it. Of a store that begins there are only its own few keys, and the first file would end with these. To be
 * done before anything is compacted.
 */
export async function expectMarks(db: Db): Promise<void> {
  if (keepsInLevelDb() && !(await db.meta.get(DROPPED))) await db.meta.put({ key: DROPPED, value: 0 });
}

/** Where thousands of records were written or taken away since it was done last; gives whether it was so. `wait` is what lies between two rounds. */
export async function dropMarks(db: Db, wait = rest): Promise<boolean> {
  if (!keepsInLevelDb()) return false;
  const given = lastIn(await readStamp(db)) ?? 0;
  const done = Number((await db.meta.get(DROPPED))?.value ?? 0);
  // A store that was begun anew has given fewer.
  if (given >= done && given - done < WORTH) return false;
  await writeNobody(db.backendDB());
  await makeAndDelete('sidelight-drop-marks');
  for (const ms of RESTS_MS) {
    await wait(ms);
    await lookInVain(db.backendDB());
  }
  await db.meta.put({ key: DROPPED, value: given });
  return true;
}

function writeNobody(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction('records', 'readwrite', { durability: 'relaxed' });
  const records = transaction.objectStore('records');
  for (const number of [NOBODY[0], NOBODY[2]]) {
    records.put({ number });
    records.delete(number);
  }
  return ended(transaction);
}

function lookInVain(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction('records', 'readonly');
  for (let i = 0; i < LOOKS; i++) transaction.objectStore('records').get(NOBODY[1]);
  return ended(transaction);
}

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
