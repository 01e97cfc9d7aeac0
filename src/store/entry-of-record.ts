import type { KnownRecord } from '../domain/record.ts';
import { wordsOf } from '../domain/said.ts';
import { type Entry, entryOf } from '../search/entry.ts';

/** What search reads in a record. */
export const toEntry = (record: KnownRecord, site: string): Entry => entryOf({ ...wordsOf(record), site });
