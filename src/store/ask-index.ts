import { firstLook, knownIndex, openIndex, type StandingIndex, setAside, unreadOf } from './index-parts.ts';
import { isBehind } from './older.ts';
import type { Reading } from './reading.ts';

/** What the index said, and whether there was more to be asked while it is being made anew. */
export interface IndexAnswer<T> {
  answer: T;
  isPartial: boolean;
}

/** What one look may find damaged, the next finds replaced, or other segments damaged. */
const LOOKS = 4;

/**
 * Asks the index as it stands. A segment that cannot be read was either replaced this moment, then the second look
 * finds the new one, or it is damaged: then the index is made anew, and until it is, its records are read themselves,
 * as far as that goes in `patienceMs`.
 */
export async function askIndex<T extends object>(
  db: Reading,
  patienceMs: number,
  ask: (index: StandingIndex) => Promise<T>,
): Promise<IndexAnswer<T>> {
  await firstLook(db);
  await reachBack(db, patienceMs);
  const early = new Set<number>();
  const known = knownIndex(db, (segment) => early.add(segment));
  if (known) {
    const asking = askOnce(ask, known.index, early);
    // Where it stands otherwise by now, nobody waits for what that says: while records are taken in, each transaction more waits behind a thousand.
    asking.catch(() => {});
    if (await known.isStill) {
      const answer = await asking;
      if (answer && early.size === 0) return { answer, isPartial: known.index.isPartial };
    }
  }
  const damaged = new Set<number>();
  const onDamage = (segment: number) => damaged.add(segment);
  for (let looks = 1; ; looks++) {
    damaged.clear();
    const before = await openIndex(db, onDamage);
    const index = (await reachBack(db, patienceMs)) ? await openIndex(db, onDamage) : before;
    const answer = await askOnce(ask, index, damaged);
    if (answer && (damaged.size === 0 || looks === LOOKS))
      return { answer, isPartial: index.isPartial || damaged.size > 0 };
    if (looks === 1) continue;
    await report(db, [...damaged]);
    setAside(db, damaged);
  }
}

/** Undefined where it found damage that nobody can tell the place of. */
async function askOnce<T>(
  ask: (index: StandingIndex) => Promise<T>,
  index: StandingIndex,
  damaged: Set<number>,
): Promise<T | undefined> {
  try {
    return await ask(index);
  } catch (error) {
    // Lists that go on past their end, though the sum of their leaf fits: nobody knows whose they are.
    if (!(error instanceof RangeError) || index.segments.length === 0) throw error;
    for (const segment of index.segments) damaged.add(segment);
    return undefined;
  }
}

/** Reads what the index cannot tell of, as far as that goes in so long. Gives whether there was anything. */
export async function reachBack(db: Reading, patienceMs: number): Promise<boolean> {
  const unread = unreadOf(db);
  if (!isBehind(db, unread)) return false;
  const { catchUp } = await import('./catch-up.ts');
  await catchUp(db, unread, patienceMs);
  return true;
}

/** Dexie writes it. Whoever reads past Dexie has not loaded it, and need not for what hardly ever happens. */
async function report(db: Reading, segments: number[]): Promise<void> {
  const [{ Db }, { reportDamage }] = await Promise.all([import('./db.ts'), import('./index-rebuild.ts')]);
  if (db instanceof Db) return reportDamage(db, segments);
  const writing = new Db('relaxed', db.backendDB().name);
  await reportDamage(writing, segments).finally(() => writing.close());
}
