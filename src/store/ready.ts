import { createPacer } from '../kit/pause.ts';
import { createLeafWriter } from '../search/build.ts';
import { createInverter } from '../search/invert.ts';
import type { KnownTerm } from '../search/known-terms.ts';
import { loadStemmers, type Tongue } from '../search/language.ts';
import { FORMAT } from '../search/leaf.ts';
import type { Db } from './db.ts';
import { termsOfRow } from './row-terms.ts';
import type { RecordRow, SegmentRow } from './rows.ts';
import { collectRows, type SegmentRows, writeRows } from './segment-rows.ts';

/** With fewer rows the way through what is fresh is as quick. */
const LEAST = 200;

/**
 * Many rows made ready for search before the transaction that writes them: a segment of their own, whose numbers count from 0
 * until they are given. Most of the work of taking records in is done here, where nothing waits for it.
 */
export interface Ready {
  /** The number of each row; null where there is nothing to find. */
  numbers: Map<RecordRow, number | null>;
  /** How many have one. */
  count: number;
  built: SegmentRows;
  tongues: Tongue[];
}

/** Null for a few. Pauses often, so that no page is held up. */
export async function makeReady(rows: RecordRow[], least = LEAST): Promise<Ready | null> {
  if (rows.length < least) return null;
  await loadStemmers();
  const pace = createPacer();
  const numbers = new Map<RecordRow, number | null>();
  let count = 0;
  const tongues = new Set<Tongue>();
  const inverter = createInverter(0);
  for (const row of rows) {
    await pace();
    const read = termsOfRow(row);
    numbers.set(row, read ? count : null);
    if (!read) continue;
    inverter.begin(count++);
    for (let i = 0; i < read.terms.length; i++) inverter.add(read.terms[i] as KnownTerm, read.impacts[i] as number);
    tongues.add(read.tongue);
  }
  const built = collectRows();
  const writer = createLeafWriter(built);
  for (const [term, postings] of inverter.terms()) {
    await pace();
    writer.add(term, postings);
  }
  writer.close();
  return count > 0 ? { numbers, count, built, tongues: [...tongues] } : null;
}

/**
 * Writes the segment and gives the first of its numbers; those of rows that are not among `written` are gone from the start. Inside
 * the transaction that writes the rows.
 */
export async function enterReady(
  db: Db,
  { numbers, count, built, tongues }: Ready,
  written: RecordRow[],
): Promise<number> {
  const from = await takeNumbers(db, count);
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
    firsts: built.firsts.join('\n'),
  };
  await writeRows(db, await db.segments.add(segment), built);
  await db.gone.bulkPut(gone);
  return from;
}

/** So many numbers in a row that nobody else gets: the database never gives one twice, nor one below the highest it saw. */
async function takeNumbers(db: Db, count: number): Promise<number> {
  const first = await db.fresh.add({ tongue: 'und', line: '' });
  if (count > 1) await db.fresh.put({ number: first + count - 1, tongue: 'und', line: '' });
  await db.fresh.bulkDelete([first, first + count - 1]);
  return first;
}
