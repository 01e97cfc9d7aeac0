import type { StoredRecord } from '../domain/record.ts';
import { readStored } from '../domain/stored.ts';
import { ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { makeComing, takeIn } from '../store/feed.ts';
import type { Pulled } from '../wire/sync.ts';

/** Pages of a team's feed on their way into the database. */
export interface Intake {
  /** Answers when the next page may come; the end of this one may still be being written. */
  take(page: Pulled): Promise<Result<null>>;
  /** Everything that was taken is written: how many records were news. */
  end(): Promise<Result<number>>;
}

/** Records of one transaction: nobody who keeps or looks for something meanwhile waits for longer. */
const TOGETHER = 1_000;

/**
 * Takes in page after page, piece by piece: one is made ready while the one before is written, also from one page to the
 * next. Pieces are written in their order and a page's cursor with the last of it, so whatever is cut short is at most
 * taken in once more.
 */
export function createIntake(store: Store, teamId: string): Intake {
  let writing: Promise<Result<number>> = Promise.resolve(ok(0));
  return {
    async take(page) {
      const pieces = inPieces(readable(page.records));
      for (const [i, records] of pieces.entries()) {
        const coming = await makeComing(records, teamId);
        const before = await writing;
        if (!before.ok) return before;
        const cursor = i === pieces.length - 1 ? page.cursor : undefined;
        const taken = takeIn(store, teamId, records, cursor, coming);
        writing = taken.then((some) => (some.ok ? ok(before.value + some.value) : some));
        // It is heard of when the next is ready, or at the end.
        writing.catch(() => undefined);
      }
      return ok(null);
    },
    end: () => writing,
  };
}

/** Takes in one page, or a live event; without its cursor where only the records are to be seen. */
export async function takePage(store: Store, teamId: string, page: Pulled): Promise<Result<number>> {
  const intake = createIntake(store, teamId);
  const taken = await intake.take(page);
  return taken.ok ? intake.end() : taken;
}

/** At least one, since a page without records moves the cursor too. */
function inPieces(records: StoredRecord[]): StoredRecord[][] {
  const count = Math.max(1, Math.ceil(records.length / TOGETHER));
  return Array.from({ length: count }, (_, i) => records.slice(i * TOGETHER, (i + 1) * TOGETHER));
}

/** Records are looked at one by one: one that is not valid is left out and never holds up the others. */
function readable(records: unknown[]): StoredRecord[] {
  return records.flatMap((record) => readStored(record) ?? []);
}
