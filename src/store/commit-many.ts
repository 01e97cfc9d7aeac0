import { createPacer, inTurn } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/draft.ts';
import { commit, type Door } from './commit.ts';
import type { Db } from './db.ts';
import { makeReady, type Ready } from './ready.ts';
import type { RecordRow } from './rows.ts';

/** So many records are one transaction: enough that a segment of the index is worth it, and others need not wait for long. */
const BATCH = 1000;
/** So many batches are made ready before they can be written: enough that the database need not wait where one takes longer. */
const AHEAD = 4;

export const inBatches = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));

/** A batch with its rows, and what they are found by. */
export interface ReadyBatch<T> {
  batch: T[];
  rows: RecordRow[];
  ready: Ready | null;
}

/** Batches that are made ready ahead of being written. */
export interface Batches<T> {
  /** The next, and begins with another; null after the last. */
  take(): Promise<ReadyBatch<T>> | null;
}

/** Begins at once to make the first batches ready, here or where `draft` works. No slice of it holds a page up. */
export function makeBatchesReady<T>(items: T[], toRow: (one: T) => RecordRow, draft?: DraftSegment): Batches<T> {
  const rest = inBatches(items).values();
  const coming: Promise<ReadyBatch<T>>[] = [];
  const begin = () => {
    const { value } = rest.next();
    if (!value) return;
    const preparing = prepare(value, toRow, draft);
    // It is heard of when its turn comes.
    preparing.catch(() => {});
    coming.push(preparing);
  };
  for (let i = 0; i < AHEAD; i++) begin();
  return {
    take() {
      begin();
      return coming.shift() ?? null;
    },
  };
}

/**
 * Commits thousands of records, a batch at a time, each whole or not at all: while one is written, the next are made ready, and while
 * one comes to the disk, the next is handed to the database. `work` is as in {@link commit}, with the batch, its rows and what
 * the batches before it made of `first`. Where one fails, those before it stay, and nothing is begun after the one that was on
 * its way already. `hear` is told of each that stands what came of it, and what had come of those before.
 */
export async function commitMany<T, S>(
  db: Db,
  batches: Batches<T>,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
  hear: (sum: S, before: S) => void = () => {},
): Promise<Result<S>> {
  let sum = first;
  let writing: Promise<Result<S>> = Promise.resolve(ok(first));
  for (let next = batches.take(); next; next = batches.take()) {
    const { batch, rows, ready } = await next;
    const before = writing;
    const so = sum;
    const handing = handOver(
      db,
      ready,
      (door) => work(door, batch, rows, so),
      (now) => hear(now, so),
    );
    writing = handing.written;
    const [stood, handed] = await Promise.all([before, handing.handed]);
    if (!stood.ok || !handed.ok) {
      const ended = await writing;
      return stood.ok ? ended : stood;
    }
    sum = handed.value;
  }
  return writing;
}

async function prepare<T>(
  batch: T[],
  toRow: (one: T) => RecordRow,
  draft: DraftSegment | undefined,
): Promise<ReadyBatch<T>> {
  const pace = createPacer();
  const rows: RecordRow[] = [];
  for (const one of batch) {
    await pace();
    rows.push(toRow(one));
  }
  return { batch, rows, ready: await makeReady(rows, undefined, draft) };
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
