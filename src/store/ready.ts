import { createPacer } from '../kit/pause.ts';
import { FORMAT } from '../search/stored/leaf.ts';
import { type Draft, type DraftSegment, draftSegment, type Findable } from '../search/write/draft.ts';
import type { Db } from './db.ts';
import { findableOf } from './row-terms.ts';
import type { RecordRow, SegmentRow } from './rows.ts';
import { writeRows } from './segment-rows.ts';

/** With fewer rows the way through what is fresh is as quick. */
const LEAST = 200;

/**
 * Many rows made ready for search before the transaction that writes them: a segment of their own, whose numbers count from 0
 * until they are given. Most of the work of taking records in is done here, where nothing waits for it.
 */
export interface Ready extends Omit<Draft, 'numbers'> {
  /** The number of each row; null where there is nothing to find. */
  numbers: Map<RecordRow, number | null>;
}

/** Null for a few. Pauses often, so that no page is held up; `draft` may work elsewhere. */
export async function makeReady(
  rows: RecordRow[],
  least = LEAST,
  draft: DraftSegment = draftSegment,
): Promise<Ready | null> {
  if (rows.length < least) return null;
  const pace = createPacer();
  const records: (Findable | null)[] = [];
  for (const row of rows) {
    await pace();
    records.push(findableOf(row));
  }
  const { numbers, ...drafted } = await draft(records);
  if (drafted.count === 0) return null;
  return { ...drafted, numbers: new Map(rows.map((row, i) => [row, numbers[i] ?? null])) };
}

/**
 * Writes the segment, whose numbers begin with `from`; those of rows that are not among `written` are gone from the start. Inside
 * the transaction that writes the rows.
 */
export async function enterReady(
  db: Db,
  { numbers, count, collected, tongues }: Ready,
  written: RecordRow[],
  from: number,
): Promise<void> {
  const standing = new Set(written);
  const gone = [...numbers].flatMap(([row, number]) =>
    number === null || standing.has(row) ? [] : [{ number: from + number }],
  );
  const segment: SegmentRow = {
    format: FORMAT,
    from,
    to: from + count - 1,
    records: count,
    tongues,
    firsts: collected.firsts.join('\n'),
  };
  await Promise.all([
    gone.length > 0 ? db.gone.bulkPut(gone) : null,
    // So that the database's own count stays above all numbers, should the stamp ever be lost.
    db.fresh.add({ number: segment.to, tongue: 'und', line: '' }),
    db.fresh.delete(segment.to),
    db.segments.add(segment).then((id) => writeRows(db, id, collected)),
  ]);
}
