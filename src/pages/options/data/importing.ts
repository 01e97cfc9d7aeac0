import { startIndexer } from '../../../browser/own-worker.ts';
import type { Result } from '../../../kit/result.ts';
import { type Adoptable, type Adoption, adoptPrepared, prepareAdoption } from '../../../store/adopt.ts';
import type { Store } from '../../../store/db.ts';
import { draftIn } from '../../../store/draft-elsewhere.ts';

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
  const worker = startIndexer();
  const drafting = draftIn(worker);
  const preparing = prepareAdoption(store, records, drafting.draft);
  // It is heard of when it is to be done.
  preparing.catch(() => {});
  return {
    run: async (hear) => adoptPrepared(store, await preparing, hear),
    stop() {
      drafting.stop();
      worker?.terminate();
    },
  };
}
