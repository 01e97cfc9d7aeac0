import { scoreEntry } from '../search/score.ts';
import { terms } from '../search/terms.ts';
import type { Db } from './db.ts';
import { readMany, type Shown } from './read.ts';
import type { RecordKey } from './rows.ts';

export interface FindOptions {
  limit: number;
}

/** One result: the record, and the words of the query to mark in what is shown of it. */
export interface Hit {
  record: Shown;
  words: string[];
}

export interface Found {
  hits: Hit[];
  /** How many there are in all. */
  total: number;
}

/** What was kept, asked and shared that has all the words typed; the last one may be the beginning of a word. Best first. */
export async function find(db: Db, typed: string, { limit }: FindOptions): Promise<Found> {
  const words = terms(typed);
  if (words.length === 0) return { hits: [], total: 0 };
  const scored: { key: RecordKey; score: number }[] = [];
  await db.entries.each((entry) => {
    const score = scoreEntry(entry, words);
    if (score > 0) scored.push({ key: [entry.team, entry.id], score });
  });
  scored.sort((a, b) => b.score - a.score);
  const records = await readMany(
    db,
    scored.slice(0, limit).map(({ key }) => key),
  );
  return { hits: records.map((record) => ({ record, words })), total: scored.length };
}
