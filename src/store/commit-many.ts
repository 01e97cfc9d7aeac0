import { createPacer } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Db } from './db.ts';
import { makeReady } from './ready.ts';
import type { RecordRow } from './rows.ts';
import { inChunks } from './rows-by-chunk.ts';

/** So many records are one transaction: enough that a segment of the index is worth it, and others need not wait for long. */
const BATCH = 1000;

export const inBatches = <T>(items: T[]): T[][] => inChunks(items, BATCH);

/**
 * Commits thousands of records, a batch at a time, each whole or not at all: while one is written, the next is made ready. `work` is
 * as in {@link commit}, with the batch, its rows and what the batches before it made of `first`. No slice of it holds a page up. Where one
 * fails, those before it stay.
 */
export async function commitMany<T, S>(
  db: Db,
  batches: T[][],
  toRow: (one: T) => RecordRow,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
): Promise<Result<S>> {
  const prepare = async (batch: T[] | undefined) => {
    const pace = createPacer();
    const rows: RecordRow[] = [];
    for (const one of batch ?? []) {
      await pace();
      rows.push(toRow(one));
    }
    return { rows, ready: await makeReady(rows) };
  };
  let sum = first;
  let next = prepare(batches[0]);
  for (const [i, batch] of batches.entries()) {
    const { rows, ready } = await next;
    const writing = commit(db, (door) => work(door, batch, rows, sum), ready);
    next = prepare(batches[i + 1]);
    const [result] = await Promise.all([writing, next]);
    if (!result.ok) return result;
    sum = result.value;
  }
  return ok(sum);
}
