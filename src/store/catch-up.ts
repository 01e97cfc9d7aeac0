import { createPacer } from '../kit/pause.ts';
import { holdPart } from '../search/held-part.ts';
import { createInverter } from '../search/invert.ts';
import type { KnownTerm } from '../search/known-terms.ts';
import { loadStemmers } from '../search/language.ts';
import { isBehind, olderOf } from './older.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { termsOfRow } from './row-terms.ts';
import type { RecordRow, SegmentRow } from './rows.ts';

/** So many numbers are read at a time. */
const WINDOW = 128;
/** More are not held in memory, a few hundred bytes each: the rest waits for the index. */
const MOST = 20_000;

const running = new WeakMap<Reading, Promise<void>>();

/**
 * Makes records findable that stand in segments which cannot be read, because they are of another version or damaged: they are
 * read themselves, the newest first, and what they are found by is held as long as the index is being made anew. Begins it
 * or goes on with it, and waits until it is done, but no longer than `patienceMs`; it goes on after that.
 */
export async function catchUp(db: Reading, unread: SegmentRow[], patienceMs: number): Promise<void> {
  const run = running.get(db) ?? readAll(db, unread).finally(() => running.delete(db));
  running.set(db, run);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  // What goes wrong after the wait is met again by the next search, which begins anew.
  run.catch(() => {});
  await Promise.race([run, patience]).finally(() => clearTimeout(timer));
}

async function readAll(db: Reading, unread: SegmentRow[]): Promise<void> {
  await loadStemmers();
  const pace = createPacer();
  let held = unread.reduce((sum, segment) => sum + olderOf(db, segment).records, 0);
  for (const segment of unread.toSorted((a, b) => b.to - a.to)) {
    while (isBehind(db, [segment]) && held < MOST) held += await readWindow(db, segment, pace);
  }
}

/** Gives how many records there were. */
async function readWindow(db: Reading, segment: SegmentRow, pace: () => Promise<void> | undefined): Promise<number> {
  const older = olderOf(db, segment);
  const to = older.left;
  const from = Math.max(segment.from, to - WINDOW + 1);
  const [rows = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').index('number').getAll(IDBKeyRange.bound(from, to)),
  ]);
  const inverter = createInverter(from);
  let count = 0;
  for (const row of rows) {
    await pace();
    const weighed = termsOfRow(row);
    if (!weighed) continue;
    inverter.begin(row.number ?? 0);
    for (const [i, term] of weighed.terms.entries()) inverter.add(term as KnownTerm, weighed.impacts[i] ?? 1);
    count++;
  }
  if (count > 0) older.parts.push(holdPart(from, inverter));
  older.records += count;
  older.left = from - 1;
  return count;
}
