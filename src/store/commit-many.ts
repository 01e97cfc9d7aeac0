import { createPacer, inTurn, pause } from '../kit/pause.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/write/draft.ts';
import { bringToDisk } from './bring-to-disk.ts';
import { commit, type Door } from './commit.ts';
import type { Db, Store } from './db.ts';
import { makeReady, type Ready } from './ready.ts';
import type { RecordRow } from './rows.ts';

/** So many records are one transaction: enough that a segment of the index is worth it, and others need not wait for long. */
const BATCH = 1000;
/**
 * So many batches are made ready before they can be written, for each that drafts: enough that the database need not wait where one takes
 * longer. More would only stand in memory.
 */
const AHEAD = 4;

export const inBatches = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));

/** A batch with its rows, and what they are found by. */
interface ReadyBatch<T> {
  batch: T[];
  rows: RecordRow[];
  ready: Ready | null;
}

/** Batches that are made ready ahead of being written. */
export interface Batches<T> {
  /** The next, and begins with another; null after the last. */
  take(): Promise<ReadyBatch<T>> | null;
}

/** Begins at once to make the first batches ready, here or where `draft` has so many workers. No slice of it holds a page up. */
export function makeBatchesReady<T>(
  items: T[],
  toRow: (one: T) => RecordRow,
  draft?: DraftSegment,
  workers = 1,
): Batches<T> {
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
  for (let i = 0; i < AHEAD * workers; i++) begin();
  return {
    take() {
      begin();
      return coming.shift() ?? null;
    },
  };
}

/**
 * Commits thousands of records, a batch at a time, each whole or not at all: while one is written, the next are made ready, and while
 * one is being ended, the next is handed to the database. The disk is waited for once, when all stand that will. `work` is as in {@link commit},
 * with the batch, its rows and what the batches before it made of `first`. Where one fails, those before it stay, and nothing is begun
 * after the one that was on its way already. `hear` is told of each that stands what came of it, and what had come of those before.
 */
export async function commitMany<T, S>(
  store: Store,
  batches: Batches<T>,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
  hear: (sum: S, before: S) => void = () => {},
): Promise<Result<S>> {
  const ended = await commitEach(store.relaxed, batches, work, first, hear).catch(async (error: unknown) => {
    // What came in before is said to be kept; what is heard of is why no more did.
    await bringToDisk(store.strict).catch(() => {});
    throw error;
  });
  const isOnDisk = await bringToDisk(store.strict);
  return ended.ok && !isOnDisk ? fail('disk-full') : ended;
}

async function commitEach<T, S>(
  db: Db,
  batches: Batches<T>,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
  hear: (sum: S, before: S) => void,
): Promise<Result<S>> {
  let handed: Handed<S> = { result: ok(first), stamp: undefined };
  let writing = Promise.resolve(handed.result);
  for (let next = batches.take(); next; next = batches.take()) {
    const { batch, rows, ready } = await next;
    const [before, { result, stamp }] = [writing, handed];
    if (!result.ok) break;
    const sum = result.value;
    const handing = handOver(
      { db, ready, stamp },
      (door) => work(door, batch, rows, sum),
      (now) => hear(now, sum),
    );
    writing = handing.written;
    const [stood, now] = await Promise.all([before, handing.handed]);
    // Where the one before was undone and done anew, so is this one, which went by what that had handed over.
    handed = stood === result ? now : { result: await writing, stamp: undefined };
    if (!stood.ok || !handed.result.ok) {
      const ended = await writing;
      return stood.ok ? ended : stood;
    }
  }
  return writing;
}

async function prepare<T>(
  batch: T[],
  toRow: (one: T) => RecordRow,
  draft: DraftSegment | undefined,
): Promise<ReadyBatch<T>> {
  // What is to be handed to the database at this moment goes before.
  await pause();
  const pace = createPacer();
  const rows: RecordRow[] = [];
  for (const one of batch) {
    await pace();
    rows.push(toRow(one));
  }
  return { batch, rows, ready: await makeReady(rows, undefined, draft) };
}

/** What a batch came to when all of it was taken by the database, which has yet to write it, and the stamp that it leaves. */
interface Handed<S> {
  result: Result<S>;
  stamp: unknown;
}

/** Where a batch goes, and which stamp will stand there when its turn comes; undefined where that is not known. */
interface Turn {
  db: Db;
  ready: Ready | null;
  stamp: unknown;
}

/** `written`: that has ended, well or not. */
function handOver<S>({ db, ready, stamp }: Turn, work: (door: Door) => Promise<Result<S>>, hear: (sum: S) => void) {
  let hand: (handed: Handed<S>) => void = () => {};
  const worked = new Promise<Handed<S>>((resolve) => {
    hand = resolve;
  });
  const doing = async (door: Door) => {
    const result = await work(door);
    const stamp = await door.stamp();
    // Not from in here: Dexie takes what a transaction wakes for a part of it, and so would the next batch be.
    inTurn(() => hand({ result, stamp }));
    return result;
  };
  const written = commit(db, doing, ready, stamp).then((result) => {
    if (result.ok) hear(result.value);
    return result;
  });
  const handed = Promise.race([worked, written.then((result): Handed<S> => ({ result, stamp: undefined }))]);
  // Where the one before it failed as well, that one is heard of.
  written.catch(() => {});
  handed.catch(() => {});
  return { handed, written };
}
