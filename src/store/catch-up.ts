import { createPacer } from '../kit/pause.ts';
import { createFreshPart, type FreshLine } from '../search/find/fresh.ts';
import { writeLine } from '../search/stored/fresh-line.ts';
import { loadStemmers } from '../search/text/language.ts';
import { isBehind, olderOf } from './older.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { termsIfReadable } from './row-terms.ts';
import type { RecordRow, SegmentRow } from './rows.ts';

/** So many numbers are read at a time; at first fewer, as long as it is not known how large records are here. */
const READ = 128;
const FIRST_READ = 16;
/** Where records are large fewer are, so that about so many letters are in memory: one may be a megabyte. */
const LETTERS = 2 * 1024 * 1024;
/** The first piece is small, so that something can be searched soon; each is twice the one before, so often, since every piece has its own words. */
const DOUBLED_MOST = 3;
/** More are not held in memory, about .7 kB each where texts are real: the rest waits for the index. */
const MOST = 5_000;

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
  const reads: Reads = { many: FIRST_READ, pace: createPacer() };
  let held = unread.reduce((sum, segment) => sum + olderOf(db, segment).records, 0);
  for (const segment of unread.toSorted((a, b) => b.to - a.to)) {
    while (isBehind(db, [segment]) && held < MOST) held += await readPiece(db, segment, reads);
  }
}

/** Gives how many records there were. */
async function readPiece(db: Reading, segment: SegmentRow, reads: Reads): Promise<number> {
  const older = olderOf(db, segment);
  const size = READ << Math.min(DOUBLED_MOST, older.parts.length);
  const from = Math.max(segment.from, older.left + 1 - size);
  const lines: FreshLine[] = [];
  for (let at = from; at <= older.left; ) {
    const rows = await rowsBetween(db, at, Math.min(older.left, at + reads.many - 1));
    for (const row of rows) {
      await reads.pace();
      const weighed = termsIfReadable(row);
      if (!weighed) continue;
      lines.push({ number: row.number ?? 0, line: writeLine(weighed.terms, weighed.impacts) });
      older.tongues.add(weighed.tongue);
    }
    at += reads.many;
    reads.many = nextMany(reads.many, rows);
  }
  if (lines.length > 0) older.parts.push(createFreshPart(lines));
  older.records += lines.length;
  older.left = from - 1;
  return lines.length;
}

/** As many as would be {@link LETTERS} if they are like the longest of those before, and no more than twice as many as these. */
function nextMany(many: number, rows: RecordRow[]): number {
  const longest = Math.max(1, ...rows.map(lengthOf));
  return Math.max(1, Math.min(READ, 2 * many, Math.floor(LETTERS / longest)));
}

/** What takes room in a record is its texts. */
const lengthOf = ({ body }: RecordRow): number =>
  Object.values(body ?? {}).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

async function rowsBetween(db: Reading, from: number, to: number): Promise<RecordRow[]> {
  const [rows = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').getAll(IDBKeyRange.bound(from, to)),
  ]);
  return rows;
}

/** How many numbers are read next, and when there is a pause. */
interface Reads {
  many: number;
  pace: ReturnType<typeof createPacer>;
}
