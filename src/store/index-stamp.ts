import type { Db } from './db.ts';

/** The row of `meta` that changes with every change of the search index, in the same transaction. */
export const STAMP = 'search-stamp';

/** Says that the index is another one now, so that what readers remember of how it stands is read anew. */
export const stampIndex = (db: Db): Promise<unknown> => db.meta.put({ key: STAMP, value: crypto.randomUUID() });

/** Undefined before the first change. */
export const readStamp = async (db: Db): Promise<unknown> => (await db.meta.get(STAMP))?.value;
