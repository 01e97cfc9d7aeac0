import { mayHaveSignals } from './index-parts.ts';
import { quickRead } from './quick-read.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** More thanks than this change nothing. */
const COUNTED_MAX = 30;

/**
 * How many people each of some records helped. Nobody thanks for what one keeps to oneself, so nothing is read for it, nor where
 * nobody ever thanked: ten more reads are felt in a keystroke.
 */
export async function helpedCounts(db: Reading, records: Shown[]): Promise<number[]> {
  const shared = records.filter(({ team }) => team !== PRIVATE);
  if (shared.length === 0 || !mayHaveSignals(db)) return [];
  const signals = await quickRead(db, ['records'], (table) => {
    const about = table('records').index('about');
    return shared.map(({ id }): IDBRequest<RecordRow[]> => about.getAll(id, COUNTED_MAX));
  });
  const counts = new Map(shared.map((record, i) => [record, (signals[i] ?? []).filter(isThanks).length]));
  return records.map((record) => counts.get(record) ?? 0);
}

const isThanks = ({ kind, body, removeAt }: RecordRow): boolean =>
  kind === 'signal' && body !== null && removeAt === undefined && body.sign === 'helped';
