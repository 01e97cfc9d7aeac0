import { startIndexer } from '../../../browser/own-worker.ts';
import type { Result } from '../../../kit/result.ts';
import { type Adoptable, type Adoption, adoptPrepared, prepareAdoption } from '../../../store/adopt.ts';
import type { Store } from '../../../store/db.ts';
import { draftInTurn } from '../../../store/draft-elsewhere.ts';

/** The database takes rows in as fast as two can draft; one processor is left to the page, and one to the database. */
const WORKERS = Math.max(1, Math.min(2, navigator.hardwareConcurrency - 2));

/** An import that a person has yet to agree to. It can be done once. */
export interface Importing {
  run(hear: (sofar: Adoption) => void): Promise<Result<Adoption>>;
  /** It will not be done, or is over. */
  stop(): void;
}

/**
 * Starts the worker that makes records findable and has it make the first ready, while a person looks at what a file would bring: until
 * its code has run for the first time, nothing can be written. No record is written before `run`.
 */
export function beginImport(store: Store, records: Adoptable[]): Importing {
  const workers = Array.from({ length: WORKERS }, startIndexer);
  const drafting = draftInTurn(workers);
  const preparing = prepareAdoption(store, records, drafting.draft, WORKERS);
  // It is heard of when it is to be done.
  preparing.catch(() => {});
  return {
    run: async (hear) => adoptPrepared(store, await preparing, hear),
    stop() {
      drafting.stop();
      for (const worker of workers) worker?.terminate();
    },
  };
}
