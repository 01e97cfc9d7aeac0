import type { Db } from './db.ts';
import { isStanding, LOST, type SegmentRow } from './rows.ts';
import { stampIndex } from './stamping.ts';

/** Numbers, the first and the last included. */
interface Span {
  from: number;
  to: number;
}

/**
 * Every record that can be found has a number that a segment covers, or a line among what is fresh. Where rows of these two are lost, as a
 * browser may leave it that gives up a part of a store, what is left can be read, so no search misses anything. Here it is looked between
 * the segments whether there are just those records that have a line: a short request for each gap, however many records there are. Where
 * it is not so a segment is put there that nobody can read: what follows is as after an update, searches read the records themselves
 * (catch-up.ts) and the index is made anew. To be done before anything fresh becomes a segment, which would cover the gap.
 */
export async function fillHoles(db: Db): Promise<void> {
  const tables = [db.segments, db.fresh, db.records];
  // Hardly ever is there one, and to look holds nobody up who reads.
  if ((await db.transaction('r', tables, async () => findHoles(db))).length === 0) return;
  await db.transaction('rw', [...tables, db.gone, db.meta], async () => {
    const holes = await findHoles(db);
    for (const { from, to } of holes) {
      await db.fresh.where('number').between(from, to, true, true).delete();
      await db.gone.where('number').between(from, to, true, true).delete();
    }
    const unreadable = { format: LOST, records: 0, tongues: [], firsts: '' };
    await db.segments.bulkAdd(holes.map((hole): SegmentRow => ({ ...unreadable, ...hole })));
    if (holes.length > 0) await stampIndex(db);
  });
}

async function findHoles(db: Db): Promise<Span[]> {
  const [segments, lines] = await Promise.all([db.segments.toArray(), db.fresh.toCollection().primaryKeys()]);
  const holes = await Promise.all(gapsBetween(segments.filter(isStanding)).map((gap) => holeIn(db, gap, lines)));
  return holes.filter((hole) => hole !== null);
}

function gapsBetween(segments: SegmentRow[]): Span[] {
  const gaps: Span[] = [];
  let from = 1;
  for (const segment of segments.toSorted((a, b) => a.from - b.from)) {
    if (segment.from > from) gaps.push({ from, to: segment.from - 1 });
    from = Math.max(from, segment.to + 1);
  }
  return [...gaps, { from, to: Number.POSITIVE_INFINITY }];
}

/** From the first that has a line and is no record, or the other way round, to the last of both. */
async function holeIn(db: Db, { from, to }: Span, lines: number[]): Promise<Span | null> {
  const within = lines.filter((number) => from <= number && number <= to);
  const records = () => db.records.where('number').between(from, to, true, true);
  const found = await records()
    .limit(within.length + 1)
    .primaryKeys();
  const at = found.findIndex((number, i) => number !== within[i]);
  if (at < 0 && found.length === within.length) return null;
  const differing = at < 0 ? found.length : at;
  const ends = [found, within].flatMap((some) => some.slice(differing, differing + 1));
  const last = await records().reverse().limit(1).primaryKeys();
  return { from: Math.min(...ends), to: Math.max(...last, ...within.slice(-1)) };
}
