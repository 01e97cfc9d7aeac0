import { createPacer } from '../kit/pause.ts';
import { FORMAT } from '../search/stored/leaf.ts';
import { loadStemmers } from '../search/text/language.ts';
import type { Db } from './db.ts';
import { REBUILD } from './index-stamp.ts';
import { makeReady } from './ready.ts';
import { termsIfReadable } from './row-terms.ts';
import { isStanding, RETIRED, type RecordRow } from './rows.ts';
import { enterAll } from './search-index.ts';
import { readStamping, stampIndex } from './stamping.ts';

/** A rebuild under way: every record gets a new number, and then all segments made before it began go. */
interface Job {
  /** The highest number that was given when it began. */
  upTo: number;
}

const STEP = 500;

/** Asks for a rebuild if one of these segments, which could not be read, is still one that searches are to read. */
export async function reportDamage(db: Db, segments: number[]): Promise<void> {
  const standing = await db.segments.bulkGet(segments);
  if (standing.some((segment) => segment?.format === FORMAT)) await askRebuild(db);
}

/** Asks for the index to be made anew from the records, in the background; `isBegunAgain`: also where that is under way already. */
export async function askRebuild(db: Db, isBegunAgain = false): Promise<void> {
  await db.transaction('rw', db.meta, db.fresh, db.records, async () => {
    if (!isBegunAgain && (await db.meta.get(REBUILD))) return;
    const stamping = readStamping(db);
    const upTo = await stamping.take(1);
    await stamping.stamp();
    await db.meta.put({ key: REBUILD, value: { upTo } satisfies Job });
  });
}

/** One step of a rebuild that was asked for, or that another format calls for. Gives whether there was anything to do. */
export async function rebuild(db: Db): Promise<boolean> {
  const job = (await db.meta.get(REBUILD))?.value as Job | undefined;
  if (job) {
    await loadStemmers();
    await step(db, job);
    return true;
  }
  const [segments, oldest] = await Promise.all([db.segments.toArray(), db.fresh.orderBy('number').first()]);
  // What is fresh since an update stands behind what was before.
  const isOther =
    segments.some((segment) => segment.format !== FORMAT && isStanding(segment)) ||
    (oldest !== undefined && oldest.format !== FORMAT);
  if (isOther) await askRebuild(db);
  return isOther;
}

/**
 * What could be found goes first and in its order, so that of equals the newest still stands first; searches meanwhile read from the other end
 * (catch-up.ts). Then what could not: a kind that an older version did not know may be found now.
 */
async function nextRows(db: Db, { upTo }: Job): Promise<RecordRow[]> {
  const findable = await db.records.where('number').between(1, upTo, true, true).limit(STEP).toArray();
  return findable.length > 0 ? findable : db.records.where('number').between(-upTo, 0).limit(STEP).toArray();
}

async function step(db: Db, doing: Job): Promise<void> {
  const old = await nextRows(db, doing);
  // One that throws is found by looking at each.
  const ready = await makeReady(old).catch(() => null);
  const { passedOver, errors } = ready ? { errors: [] } : await unreadable(old);
  const tables = [db.records, db.fresh, db.gone, db.segments, db.leaves, db.lists, db.meta];
  await db.transaction('rw', tables, async () => {
    const stamping = readStamping(db);
    const job = (await db.meta.get(REBUILD))?.value as Job | undefined;
    // Another context ended it, or began another.
    if (job?.upTo !== doing.upTo) return;
    const standing = await db.records.bulkGet(old.map(({ number = 0 }) => number));
    // What was written meanwhile has a new number already.
    const same = old.filter((_, i) => standing[i]);
    const entered = await enterAll(db, stamping, same, { ready, standing: same, passedOver });
    await Promise.all([entered.entering, db.records.bulkPut(entered.rows)]);
    if (old.length === 0) await finish(db, job);
  });
  // Nobody finds these any more, which must be seen where errors are.
  if (errors.length > 0) {
    reportError(new Error(`Search cannot read ${errors.length} records for their words.`, { cause: errors[0] }));
  }
}

/** Those that there is nothing to find in, and those that cannot be read for it, with why. */
async function unreadable(rows: RecordRow[]): Promise<{ passedOver: Set<RecordRow>; errors: unknown[] }> {
  const pace = createPacer();
  const passedOver = new Set<RecordRow>();
  const errors: unknown[] = [];
  for (const row of rows) {
    await pace();
    if (!termsIfReadable(row, (error) => errors.push(error))) passedOver.add(row);
  }
  return { passedOver, errors };
}

/** What another context made meanwhile of old and new numbers stays, with what is gone in it. */
async function finish(db: Db, { upTo }: Job): Promise<void> {
  const segments = await db.segments.toArray();
  const old = segments.filter(({ to }) => to <= upTo);
  const mixed = segments.filter(({ to }) => to > upTo).map(({ from }) => from);
  await db.segments.bulkPut(old.map((segment) => ({ ...segment, format: RETIRED })));
  await db.gone
    .where('number')
    .below(Math.min(upTo + 1, ...mixed))
    .delete();
  await db.fresh.where('number').belowOrEqual(upTo).delete();
  await db.meta.delete(REBUILD);
  await stampIndex(db);
}
