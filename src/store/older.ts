import type { Part } from '../search/find/part.ts';
import type { Tongue } from '../search/text/languages.ts';
import type { Reading } from './reading.ts';
import type { SegmentRow } from './rows.ts';

/** What was read of the records of a segment that cannot be read itself, the newest first: catch-up.ts. */
interface Older {
  parts: Part[];
  records: number;
  /** Those that they are written in; of a segment that was lost nothing else tells. */
  tongues: Set<Tongue>;
  /** Numbers up to this were not read yet. */
  left: number;
}

const olderBySegment = new WeakMap<Reading, Map<number, Older>>();

export function olderOf(db: Reading, { id = 0, to }: SegmentRow): Older {
  const all = olderBySegment.get(db) ?? new Map<number, Older>();
  olderBySegment.set(db, all);
  const older = all.get(id) ?? { parts: [], records: 0, tongues: new Set<Tongue>(), left: to };
  all.set(id, older);
  return older;
}

/** Forgets what was read of segments that nobody misses any more: the index has their records again. */
export function forgetOlder(db: Reading, unread: SegmentRow[]): void {
  const missed = new Set(unread.map(({ id = 0 }) => id));
  const all = olderBySegment.get(db);
  for (const id of all?.keys() ?? []) if (!missed.has(id)) all?.delete(id);
}

/** Whether there are records that neither the index nor what was read of them tells of. */
export const isBehind = (db: Reading, unread: SegmentRow[]): boolean =>
  unread.some((segment) => olderOf(db, segment).left >= segment.from);
