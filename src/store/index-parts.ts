import { createFreshPart } from '../search/fresh.ts';
import { DamagedIndex, FORMAT } from '../search/leaf.ts';
import { createSegmentPart, type Part } from '../search/part.ts';
import type { Index } from '../search/search.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { FreshRow, SegmentRow } from './rows.ts';
import { segmentSource } from './segment-part.ts';

/**
 * The search index as it stands now: its segments, what is newer, and what is gone. Where a segment cannot be read,
 * the others answer and `onDamage` is told its id.
 */
export async function openIndex(db: Reading, onDamage: (segment: number) => void): Promise<Index> {
  const { segments, fresh, gone } = await readStanding(db);
  const readable = segments.filter(({ format }) => format === FORMAT);
  const goneNumbers = new Set(gone);
  const lines = fresh.map(({ number, line }: FreshRow) => ({ number: number ?? 0, line }));
  const parts = readable.map((segment) =>
    bear(createSegmentPart(segmentSource(db, segment)), () => onDamage(segment.id ?? 0)),
  );
  return {
    parts: [...parts, createFreshPart(lines)],
    records: readable.reduce((sum, { records }) => sum + records, 0) + lines.length - goneNumbers.size,
    tongues: [...new Set([...readable.flatMap(({ tongues }) => tongues), ...fresh.map(({ tongue }) => tongue)])].sort(),
    isGone: (number) => goneNumbers.has(number),
  };
}

/** All three in one transaction, so that no record is in two places or in none. */
async function readStanding(db: Reading): Promise<{ segments: SegmentRow[]; fresh: FreshRow[]; gone: number[] }> {
  const [segments, fresh, gone] = await quickRead(
    db,
    ['segments', 'fresh', 'gone'],
    (table): IDBRequest<unknown[]>[] => [
      table('segments').getAll(),
      table('fresh').getAll(),
      table('gone').getAllKeys() as IDBRequest<unknown[]>,
    ],
  );
  return { segments: segments as SegmentRow[], fresh: fresh as FreshRow[], gone: gone as number[] };
}

/** A part that answers with nothing where it is damaged. */
function bear(part: Part, onDamage: () => void): Part {
  const orElse = async <T>(answer: Promise<T>, nothing: T): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      onDamage();
      return nothing;
    }
  };
  return {
    match: (matchers) => orElse(part.match(matchers), []),
    count: (terms) => orElse(part.count(terms), new Map()),
    terms: (beginning) => orElse(part.terms(beginning), []),
    near: (word) => orElse(part.near(word), []),
  };
}
