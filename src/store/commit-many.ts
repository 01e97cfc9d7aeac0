import { createPacer } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/draft.ts';
import { commit, type Door } from './commit.ts';
import type { Db } from './db.ts';
import { makeReady } from './ready.ts';
import type { RecordRow } from './rows.ts';
import { inChunks } from './rows-by-chunk.ts';

/** So many records are one transaction: enough that a segment of the index is worth it, and others need not wait for long. */
const BATCH = 1000;
/** So many batches are made ready before they can be written. */
const AHEAD = 2;

export const inBatches = <T>(items: T[]): T[][] => inChunks(items, BATCH);

/**
 * Commits thousands of records, a batch at a time, each whole or not at all: while one is written, the next are made ready, here or
 * where `draft` works. `work` is as in {@link commit}, with the batch, its rows and what the batches before it made of
 * `first`. No slice of it holds a page up. Where one fails, those before it stay.
 */
export async function commitMany<T, S>(
  db: Db,
  batches: T[][],
  toRow: (one: T) => RecordRow,
  work: (door: Door, batch: T[], rows: RecordRow[], sum: S) => Promise<Result<S>>,
  first: S,
  draft?: DraftSegment,
): Promise<Result<S>> {
  const prepare = async (batch: T[]) => {
    const pace = createPacer();
    const rows: RecordRow[] = [];
    for (const one of batch) {
      await pace();
      rows.push(toRow(one));
    }
    return { rows, ready: await makeReady(rows, undefined, draft) };
  };
  const begin = (batch: T[]) => {
    const preparing = prepare(batch);
    // It is heard of when its turn comes.
    preparing.catch(() => {});
    return preparing;
  };
  const coming = batches.slice(0, AHEAD).map(begin);
  let sum = first;
  for (const [i, batch] of batches.entries()) {
    const { rows, ready } = (await coming.shift()) as Awaited<ReturnType<typeof prepare>>;
    const writing = commit(db, (door) => work(door, batch, rows, sum), ready);
    const next = batches[i + AHEAD];
    if (next) coming.push(begin(next));
    const result = await writing;
    if (!result.ok) return result;
    sum = result.value;
  }
  return ok(sum);
}
