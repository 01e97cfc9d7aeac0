import { writeLeaves } from '../search/build.ts';
import { FORMAT } from '../search/leaf.ts';
import { mergeTerms } from '../search/merge.ts';
import type { Postings } from '../search/postings.ts';
import type { Db } from './db.ts';
import { BUILDING, RETIRED, type SegmentRow } from './rows.ts';
import { segmentSource } from './segment-part.ts';
import { collectRows, type SegmentRows, writeRows } from './segment-rows.ts';

/**
 * A merge under way, kept in `meta` so that it goes on where it was when the worker died: every step writes its leaves
 * and this row in one transaction. Until the last step nobody reads the new segment; then it takes the place of the
 * old ones at once.
 */
interface Job {
  /** Ids of the segments, in the order of their numbers. */
  of: number[];
  into: number;
  /** Last term that was written. */
  after: string;
  firsts: string[];
  /** Numbers that were gone when the merge began: they are left out, and forgotten at the end. */
  gone: number[];
}

const JOB = 'search-merge';
/** So many segments of about one size become one. */
const FAN = 4;
const SMALLEST = 1024;
/** Where this share of a segment is gone, it is written anew: every search reads what is gone. */
const GONE_SHARE = 1 / 10;
/** Terms between two looks at the clock. */
const TERMS = 100;

/** Goes on with the merge under way, or begins one where it is worth it. Gives whether there was anything to do. */
export async function merge(db: Db, isOver: () => boolean): Promise<boolean> {
  const job = ((await db.meta.get(JOB))?.value as Job | undefined) ?? (await begin(db));
  if (!job) return false;
  const segments = (await db.segments.bulkGet(job.of)).filter((one) => one !== undefined);
  if (segments.length < job.of.length || segments.some(({ format }) => format !== FORMAT)) {
    await db.meta.delete(JOB);
    return true;
  }
  const built = collectRows();
  const gone = new Set(job.gone);
  const terms = mergeTerms(
    segments.map((segment) => segmentSource(db, segment, false)),
    job.after,
    (n) => gone.has(n),
  );
  const batch: [string, Postings][] = [];
  let after = job.after;
  let isDone = true;
  for await (const one of terms) {
    batch.push(one);
    after = one[0];
    if (batch.length % TERMS === 0 && isOver()) {
      isDone = false;
      break;
    }
  }
  writeLeaves(batch, segments[0]?.from ?? 0, job.firsts.length, built);
  await note(db, job, { ...job, after, firsts: [...job.firsts, ...built.firsts] }, built, isDone ? segments : null);
  return true;
}

/** Picks what to merge: the first run of segments of about one size, or one with much that is gone. */
async function begin(db: Db): Promise<Job | undefined> {
  return db.transaction('rw', db.segments, db.gone, db.meta, async () => {
    const segments = (await db.segments.toArray()).filter(({ format }) => format === FORMAT);
    const gone = await db.gone.toCollection().primaryKeys();
    const of = pick(
      segments.sort((a, b) => a.from - b.from),
      gone,
    );
    const [first, last] = [of[0], of.at(-1)];
    if (!first || !last) return undefined;
    const into = await db.segments.add({
      ...first,
      id: undefined,
      format: BUILDING,
      to: last.to,
      firsts: [],
    } as SegmentRow);
    const within = gone.filter((number) => number >= first.from && number <= last.to);
    const job: Job = { of: of.map(({ id = 0 }) => id), into, after: '', firsts: [], gone: within };
    await db.meta.put({ key: JOB, value: job });
    return job;
  });
}

function pick(segments: SegmentRow[], gone: number[]): SegmentRow[] {
  const sizes = segments.map(({ records }) => Math.max(0, Math.floor(Math.log(records / SMALLEST) / Math.log(FAN))));
  const most = Math.max(0, ...sizes);
  for (let size = 0; size <= most; size++) {
    for (let from = 0; from + FAN <= segments.length; from++) {
      const length = sizes.slice(from).findIndex((one) => one > size);
      const run = length < 0 ? segments.length - from : length;
      if (run >= FAN) return segments.slice(from, from + run);
    }
  }
  const isHollow = ({ from, to, records }: SegmentRow) =>
    gone.filter((number) => number >= from && number <= to).length > records * GONE_SHARE;
  return segments.filter(isHollow).slice(0, 1);
}

/** Writes what was built and where the merge stands; with `done`, lets the new segment take the place of those. */
async function note(db: Db, before: Job, now: Job, built: SegmentRows, done: SegmentRow[] | null): Promise<void> {
  await db.transaction('rw', [db.segments, db.leaves, db.lists, db.gone, db.meta], async () => {
    const standing = (await db.meta.get(JOB))?.value as Job | undefined;
    const isOurs = standing?.into === before.into && standing.firsts.length === before.firsts.length;
    if (!isOurs || standing.after !== before.after) return;
    await writeRows(db, now.into, built);
    if (!done) {
      await db.meta.put({ key: JOB, value: now });
      return;
    }
    const records = done.reduce((sum, one) => sum + one.records, 0) - now.gone.length;
    const tongues = [...new Set(done.flatMap((one) => one.tongues))];
    await db.segments.update(now.into, { format: FORMAT, records, tongues, firsts: now.firsts });
    await db.segments.bulkPut(done.map((one) => ({ ...one, format: RETIRED })));
    await db.gone.bulkDelete(now.gone);
    await db.meta.delete(JOB);
  });
}
