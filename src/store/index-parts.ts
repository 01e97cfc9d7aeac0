import { createFreshPart } from '../search/fresh.ts';
import { FORMAT } from '../search/leaf.ts';
import type { Index } from '../search/search.ts';
import type { Db } from './db.ts';
import type { FreshRow } from './rows.ts';
import { segmentPart } from './segment-part.ts';

/** The search index as it stands now: its segments, what is newer, and what is gone. */
export async function openIndex(db: Db): Promise<Index> {
  const [segments, fresh, gone] = await db.transaction('r', db.segments, db.fresh, db.gone, () =>
    Promise.all([db.segments.toArray(), db.fresh.toArray(), db.gone.toCollection().primaryKeys()]),
  );
  const readable = segments.filter(({ format }) => format === FORMAT);
  const goneNumbers = new Set(gone);
  const lines = fresh.map(({ number, line }: FreshRow) => ({ number: number ?? 0, line }));
  return {
    parts: [...readable.map((segment) => segmentPart(db, segment)), createFreshPart(lines)],
    records: readable.reduce((sum, { records }) => sum + records, 0) + lines.length - goneNumbers.size,
    tongues: [...new Set([...readable.flatMap(({ tongues }) => tongues), ...fresh.map(({ tongue }) => tongue)])].sort(),
    isGone: (number) => goneNumbers.has(number),
  };
}
