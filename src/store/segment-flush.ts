import { invert, writeLeaves } from '../search/build.ts';
import { readLine } from '../search/fresh.ts';
import { FORMAT } from '../search/leaf.ts';
import type { Db } from './db.ts';
import type { FreshRow, SegmentRow } from './rows.ts';
import { collectRows, type SegmentRows, writeRows } from './segment-rows.ts';

/** With fewer, what is fresh is searched quickly enough as it is. */
const FLUSH_MIN = 256;
/** More at once would hold the worker up for too long. */
const FLUSH_MAX = 1024;

type Numbered = FreshRow & { number: number };

/** Makes a segment of what is fresh. Gives whether it did. */
export async function flush(db: Db, least = FLUSH_MIN): Promise<boolean> {
  const rows = (await db.fresh.orderBy('number').limit(FLUSH_MAX).toArray()) as Numbered[];
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < least) return false;
  const built = collectRows();
  const terms = invert(rows.map(({ number, line }) => ({ number, terms: readLine(line) })));
  writeLeaves(terms, first.number, 0, built);
  const tongues = [...new Set(rows.map(({ tongue }) => tongue))];
  return swap(db, rows, built, {
    format: FORMAT,
    from: first.number,
    to: last.number,
    records: rows.length,
    tongues,
    firsts: built.firsts,
  });
}

/** Puts the segment in the place of the rows, unless another context did. What went meanwhile is noted as gone. */
function swap(db: Db, rows: Numbered[], built: SegmentRows, segment: SegmentRow): Promise<boolean> {
  return db.transaction('rw', [db.fresh, db.gone, db.segments, db.leaves, db.lists], async () => {
    const isTaken = (await db.segments.toArray()).some(({ format, to }) => format === FORMAT && to >= segment.from);
    if (isTaken) return false;
    const range = () => db.fresh.where('number').between(segment.from, segment.to, true, true);
    const standing = new Set(await range().primaryKeys());
    await db.gone.bulkPut(rows.filter(({ number }) => !standing.has(number)).map(({ number }) => ({ number })));
    await writeRows(db, await db.segments.add(segment), built);
    await range().delete();
    return true;
  });
}
