import { createPacer } from '../kit/pause.ts';
import { readLine } from '../search/stored/fresh-line.ts';
import { FORMAT } from '../search/stored/leaf.ts';
import { knownTerm } from '../search/text/known-terms.ts';
import { type Collected, collectLeaves } from '../search/write/collect.ts';
import { createInverter } from '../search/write/invert.ts';
import type { Db } from './db.ts';
import type { FreshRow, SegmentRow } from './rows.ts';
import { writeRows } from './segment-rows.ts';
import { stampIndex } from './stamping.ts';

/** With fewer, what is fresh is searched quickly enough as it is. */
const FLUSH_MIN = 128;
/** More at once would hold the worker up for too long. */
const FLUSH_MAX = 1024;

type Numbered = FreshRow & { number: number };

/** Makes a segment of what is fresh. Gives whether it did. */
export async function flush(db: Db, least = FLUSH_MIN): Promise<boolean> {
  const { rows, isCut } = await nextRows(db);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || (rows.length < least && !isCut)) return false;
  const inverter = createInverter(first.number);
  const pace = createPacer();
  for (const { number, line } of rows) {
    await pace();
    inverter.begin(number);
    for (const [term, impact] of readLine(line)) inverter.add(knownTerm(term), impact);
  }
  const leaves = collectLeaves();
  for (const [term, postings] of inverter.terms()) {
    await pace();
    leaves.add(term, postings);
  }
  const built = leaves.close();
  return swap(db, rows, built, {
    format: FORMAT,
    from: first.number,
    to: last.number,
    records: rows.length,
    tongues: [...new Set(rows.map(({ tongue }) => tongue))],
    firsts: built.firsts.join('\n'),
  });
}

/** The oldest that are fresh, up to where a segment stands between them and the next: segments must not overlap. */
async function nextRows(db: Db): Promise<{ rows: Numbered[]; isCut: boolean }> {
  return db.transaction('r', db.fresh, db.segments, async () => {
    const rows = (await db.fresh.orderBy('number').limit(FLUSH_MAX).toArray()) as Numbered[];
    const first = rows[0]?.number ?? 0;
    const later = (await db.segments.toArray()).filter(({ from }) => from > first);
    const end = Math.min(...later.map(({ from }) => from));
    return { rows: rows.filter(({ number }) => number < end), isCut: later.length > 0 };
  });
}

/** Puts the segment in the place of the rows, unless another context did. What went meanwhile is noted as gone. */
function swap(db: Db, rows: Numbered[], built: Collected, segment: SegmentRow): Promise<boolean> {
  return db.transaction('rw', [db.fresh, db.gone, db.segments, db.leaves, db.lists, db.meta], async () => {
    const isTaken = (await db.segments.toArray()).some(
      ({ format, from, to }) => format === FORMAT && to >= segment.from && from <= segment.to,
    );
    if (isTaken) return false;
    const range = () => db.fresh.where('number').between(segment.from, segment.to, true, true);
    const standing = new Set(await range().primaryKeys());
    await db.gone.bulkPut(rows.filter(({ number }) => !standing.has(number)).map(({ number }) => ({ number })));
    await writeRows(db, await db.segments.add(segment), built);
    await range().delete();
    await stampIndex(db);
    return true;
  });
}
