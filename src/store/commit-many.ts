import { createPacer, inTurn } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/draft.ts';
import { commit, type Door } from './commit.ts';
import type { Db } from './db.ts';
import { makeReady, type Ready } from './ready.ts';
import type { RecordRow } from './rows.ts';

/** So many records are one transaction: enough that a segment of the index is worth it, and others need not wait for long. */
const BATCH = 1000;
/** The first are smaller: until the first is ready, nothing can be written. */
const FIRST = [250, 500];
/** So many batches are made ready before they can be written. */
const AHEAD = 2;

export function inBatches<T>(items: T[]): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += batches.at(-1)?.length ?? 0) {
    batches.push(items.slice(at, at + (FIRST[batches.length] ?? BATCH)));
  }
  return batches;
}

/**
 * Commits thousands of records, a batch at a time, each whole or not at all: while one is written, the next are made ready, here or
 * where `draft` works, and while one comes to the disk, the next is handed to the database. `work` is as in {@link commit}, with the
 * batch, its rows and what the batches before it made of `first`. No slice of it holds a page up. Where one fails, those before it
 * stay, and nothing is begun after the one that was on its way already. `hear` is told what came of each that stands.
 */
export async function commitMany<T, S>(
  db: Db,
  batches: T[][],
  toRow: (one: T) => RecordRow,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
  draft?: DraftSegment,
  hear: (sum: S) => void = () => {},
): Promise<Result<S>> {
  const begin = (batch: T[]) => {
    const preparing = prepare(batch, toRow, draft);
    // It is heard of when its turn comes.
    preparing.catch(() => {});
    return preparing;
  };
  const coming = batches.slice(0, AHEAD).map(begin);
  let sum = first;
  let writing: Promise<Result<S>> = Promise.resolve(ok(first));
  for (const [i, batch] of batches.entries()) {
    const { rows, ready } = (await coming.shift()) as Awaited<ReturnType<typeof prepare>>;
    const before = writing;
    const handing = handOver(db, ready, (door) => work(door, batch, rows, sum), hear);
    writing = handing.written;
    const next = batches[i + AHEAD];
    if (next) coming.push(begin(next));
    const [stood, handed] = await Promise.all([before, handing.handed]);
    if (!stood.ok || !handed.ok) {
      const ended = await writing;
      return stood.ok ? ended : stood;
    }
    sum = handed.value;
  }
  return writing;
}

async function prepare<T>(batch: T[], toRow: (one: T) => RecordRow, draft: DraftSegment | undefined) {
  const pace = createPacer();
  const rows: RecordRow[] = [];
  for (const one of batch) {
    await pace();
    rows.push(toRow(one));
  }
  return { rows, ready: await makeReady(rows, undefined, draft) };
}

/** `handed`: all of it was taken by the database, which has yet to write it; `written`: that has ended, well or not. */
function handOver<S>(db: Db, ready: Ready | null, work: (door: Door) => Promise<Result<S>>, hear: (sum: S) => void) {
  let hand: (result: Result<S>) => void = () => {};
  const worked = new Promise<Result<S>>((resolve) => {
    hand = resolve;
  });
  const doing = async (door: Door) => {
    const result = await work(door);
    // Not from in here: Dexie takes what a transaction wakes for a part of it, and so would the next batch be.
    inTurn(() => hand(result));
    return result;
  };
  const written = commit(db, doing, ready).then((result) => {
    if (result.ok) hear(result.value);
    return result;
  });
  const handed = Promise.race([worked, written]);
  // Where the one before it failed as well, that one is heard of.
  written.catch(() => {});
  return { handed, written };
}
