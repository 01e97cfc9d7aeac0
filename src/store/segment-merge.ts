import { createPacer } from '../kit/pause.ts';
import { DamagedIndex, FORMAT } from '../search/stored/leaf.ts';
import { type Collected, collectLeaves } from '../search/write/collect.ts';
import { createMerge } from '../search/write/merge.ts';
import type { Db } from './db.ts';
import { reportDamage } from './index-rebuild.ts';
import { pickMerge } from './merge-choice.ts';
import { BUILDING, isStanding, RETIRED, type SegmentRow } from './rows.ts';
import { isCut, segmentSource } from './segment-part.ts';
import { writeRows } from './segment-rows.ts';
import { stampIndex } from './stamping.ts';

/**
 * A merge under way, kept in `meta` so that it goes on where it was when the worker died: every step writes its leaves
 * and this row in one transaction. Until the last step nobody reads the new segment; then it takes the place of the
 * old ones at once.
 */
export interface Job {
  /** Ids of the segments, in the order of their numbers. */
  of: number[];
  into: number;
  /** Last term that was written. */
  after: string;
  firsts: string[];
  /** Numbers that were gone when the merge began: they are left out, and forgotten at the end. */
  gone: number[];
}

/** The row of `meta` that it stands in. */
export const JOB = 'search-merge';
/** About what one step writes. A step pauses often; it is what is lost when the worker dies. */
const STEP_BYTES = 512 * 1024;

/** Goes on with the merge under way, or begins one where it is worth it. Gives whether there was anything to do. */
export async function merge(db: Db, stepBytes = STEP_BYTES): Promise<boolean> {
  const job = ((await db.meta.get(JOB))?.value as Job | undefined) ?? (await begin(db));
  if (!job) return false;
  const segments = (await db.segments.bulkGet(job.of)).filter((one) => one !== undefined);
  const into = await db.segments.get(job.into);
  if (!into || segments.length < job.of.length || segments.some(({ format }) => format !== FORMAT)) {
    await abandon(db, job);
    return true;
  }
  const step = await build(db, segments, job, stepBytes).catch(async (error: unknown) => {
    if (!(error instanceof DamagedIndex || error instanceof RangeError)) throw error;
    // Either another context was quicker and took them away, or they are damaged (a list that goes on past its end is a RangeError), and the
    // index is made anew.
    await reportDamage(db, job.of);
    return null;
  });
  if (!step) return true;
  const { built, after, isDone } = step;
  await note(db, job, { ...job, after, firsts: [...job.firsts, ...built.firsts] }, built, isDone ? segments : null);
  return true;
}

/** Its segments are no longer there to be merged, or not as they were: what was written of the new one is taken away with what merges replaced. */
async function abandon(db: Db, { into }: Job): Promise<void> {
  await db.transaction('rw', db.segments, db.meta, async () => {
    const standing = (await db.meta.get(JOB))?.value as Job | undefined;
    if (standing?.into !== into) return;
    await db.segments.where('id').equals(into).and(isBuilding).modify({ format: RETIRED });
    await db.meta.delete(JOB);
  });
}

const isBuilding = ({ format }: SegmentRow): boolean => format === BUILDING;

async function build(db: Db, segments: SegmentRow[], job: Job, stepBytes: number) {
  // What stands in them would go with them, and the new one would be whole in itself.
  for (const segment of segments) if (await isCut(db, segment)) throw new DamagedIndex();
  const leaves = collectLeaves(job.firsts.length);
  const gone = new Set(job.gone);
  const sources = segments.map((segment) => segmentSource(db, segment, false));
  const merging = createMerge(sources, job.after, (number) => gone.has(number));
  const pace = createPacer();
  let { after } = job;
  let isDone = false;
  while (leaves.collected.bytes < stepBytes) {
    // What need not wait does not: there are as many turns as there are terms.
    const refilled = merging.refill() ?? pace();
    if (refilled) await refilled;
    const one = merging.next();
    if (!one) {
      isDone = true;
      break;
    }
    leaves.add(...one);
    after = one[0];
  }
  return { built: leaves.close(), after, isDone };
}

/**
 * Picks what to merge. Never across what is fresh, whose numbers would then lie inside of a segment; and nothing while one of another
 * version stands: what is gone in that would be forgotten with what is gone beside it, and it is made anew first anyway.
 */
async function begin(db: Db): Promise<Job | undefined> {
  return db.transaction('rw', [db.segments, db.gone, db.fresh, db.meta], async () => {
    const gone = await db.gone.toCollection().primaryKeys();
    const standing = (await db.segments.toArray()).filter(isStanding);
    if (standing.some(({ format }) => format !== FORMAT)) return undefined;
    const of = pickMerge(standing, gone);
    const [first, last] = [of[0], of.at(-1)];
    if (!first || !last || (await db.fresh.where('number').between(first.from, last.to).count()) > 0) return undefined;
    const { id: _, ...row } = first;
    const into = await db.segments.add({ ...row, format: BUILDING, to: last.to, firsts: '' });
    const within = gone.filter((number) => number >= first.from && number <= last.to);
    const job: Job = { of: of.map(({ id = 0 }) => id), into, after: '', firsts: [], gone: within };
    await db.meta.put({ key: JOB, value: job });
    return job;
  });
}

/** Writes what was built and where the merge stands; with `done`, lets the new segment take the place of those. */
async function note(db: Db, before: Job, now: Job, built: Collected, done: SegmentRow[] | null): Promise<void> {
  await db.transaction('rw', [db.segments, db.leaves, db.lists, db.gone, db.meta], async () => {
    const standing = (await db.meta.get(JOB))?.value as Job | undefined;
    const isOurs = standing?.into === before.into && standing.firsts.length === before.firsts.length;
    if (!isOurs || standing.after !== before.after) return;
    // Where the index was made anew meanwhile, what they held has other numbers.
    const sources = await db.segments.bulkGet(before.of);
    if (!sources.every((one) => one?.format === FORMAT)) return;
    // Else the old ones would go for one that is not there.
    if (!(await db.segments.get(now.into))) return;
    await writeRows(db, now.into, built);
    if (!done) {
      await db.meta.put({ key: JOB, value: now });
      return;
    }
    const records = done.reduce((sum, one) => sum + one.records, 0) - now.gone.length;
    const tongues = [...new Set(done.flatMap((one) => one.tongues))];
    await db.segments.update(now.into, { format: FORMAT, records, tongues, firsts: now.firsts.join('\n') });
    await db.segments.bulkPut(done.map((one) => ({ ...one, format: RETIRED })));
    await db.gone.bulkDelete(now.gone);
    await db.meta.delete(JOB);
    await stampIndex(db);
  });
}
