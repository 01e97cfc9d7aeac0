import type { Edit } from './mutations.ts';

/** Limits that no story would ever reach, made so small that every story does: each is another place where things can break off. */
export const sizes: Edit[] = [
  { file: 'src/wire/sync.ts', find: 'PUSH_RECORDS_MAX = 500;', replace: 'PUSH_RECORDS_MAX = 3;' },
  { file: 'src/wire/sync.ts', find: 'SWEEP_IDS_MAX = 500;', replace: 'SWEEP_IDS_MAX = 4;' },
  { file: 'src/sync/pace.ts', find: 'BYTES_MIN = 16 * 1024;', replace: 'BYTES_MIN = 200;' },
  { file: 'src/sync/batches.ts', find: 'FIRST = 16;', replace: 'FIRST = 1;' },
  { file: 'src/sync/intake.ts', find: 'TOGETHER = 1_000;', replace: 'TOGETHER = 2;' },
  { file: 'src/store/proof.ts', find: 'ROWS_AT_ONCE = 1_000;', replace: 'ROWS_AT_ONCE = 4;' },
];

/** What no story looks for, and is dear: the words by which search would find a record. Their rows are written all the same. */
export const words: Edit[] = [
  {
    file: 'src/store/row-terms.ts',
    find: 'return findable && weigh(findable);',
    // Beside its site; who has none is not found by any.
    replace: "return Object.keys(findable?.read ?? {}).length > 1 ? { tongue: 'en', terms: [], impacts: [] } : null;",
  },
];
