import { createFreshPart } from '../search/find/fresh.ts';
import { createSegmentPart, type Part } from '../search/find/part.ts';
import type { Index } from '../search/find/search.ts';
import { DamagedIndex, FORMAT } from '../search/stored/leaf.ts';
import { type IndexRows, readIndexRows } from './index-rows.ts';
import { STAMP } from './index-stamp.ts';
import { keepLoaded } from './load-numbers.ts';
import { forgetOlder, isBehind, olderOf } from './older.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { isStanding, type MetaRow, type SegmentRow } from './rows.ts';
import { segmentSource } from './segment-part.ts';

/** How the index stood under a stamp: it stays so until the stamp is another (index-stamp.ts). */
interface Standing extends Omit<Index, 'parts'> {
  stamp: unknown;
  segments: { id: number; part: Part }[];
  /** Those that cannot be read, being of another version or damaged: their records are found only as far as they were read themselves. */
  unread: SegmentRow[];
  fresh: Part;
  /** Whether what was loaded by a number still stands; of segments that are new that is not known, since nothing tells what they left out. */
  isHere: (number: number) => boolean;
  /** Whether anybody thanked for anything, or gave another sign. */
  hasSignals: boolean;
  /** Whether anybody shared a name. */
  hasNames: boolean;
}

/** The index, and whether there are records that it does not tell of while it is being made anew. */
export interface StandingIndex extends Index {
  /** Ids of the segments that answer. */
  segments: number[];
  isPartial: boolean;
}

const standings = new WeakMap<Reading, Standing>();
/** Ids of segments that turned out to be damaged. */
const damagedOf = new WeakMap<Reading, Set<number>>();

/** Leaves segments alone that are damaged, from now on. */
export function setAside(db: Reading, segments: Iterable<number>): void {
  damagedOf.set(db, new Set([...(damagedOf.get(db) ?? []), ...segments]));
  standings.delete(db);
}

/** The segments that cannot be read, as the index was last looked at. */
export const unreadOf = (db: Reading): SegmentRow[] => standings.get(db)?.unread ?? [];

/**
 * The search index as it stands now: its segments, what is newer, and what is gone. Where a segment cannot be read,
 * the others answer and `onDamage` is told its id. `rows`: what was read already, for a first look.
 */
export async function openIndex(
  db: Reading,
  onDamage: (segment: number) => void,
  rows?: Promise<IndexRows>,
): Promise<StandingIndex> {
  const known = knownIndex(db, onDamage);
  if (known && (await known.isStill)) return known.index;
  const look = (known ? undefined : rows?.catch(() => readIndexRows(db))) ?? readIndexRows(db);
  if (!known) looks.set(db, look);
  const standing = standingOf(db, await look, standings.get(db));
  standings.set(db, standing);
  keepLoaded(db, standing.isHere);
  return toIndex(db, standing, onDamage);
}

/** First looks, which a page that is just opening begins before anything is typed. */
const looks = new WeakMap<Reading, Promise<IndexRows>>();

/** When a first look that is under way has ended: whoever waits for it need not take the same one. Whether it went well is no matter. */
export async function firstLook(db: Reading): Promise<void> {
  await looks.get(db)?.catch(() => {});
}

/**
 * The index as it stood the last time, at once, and whether it still stands so, which is read meanwhile: whoever searches need not
 * wait for that before, only before believing what was found. Null the first time.
 */
export function knownIndex(
  db: Reading,
  onDamage: (segment: number) => void,
): { index: StandingIndex; isStill: Promise<boolean> } | null {
  const known = standings.get(db);
  if (!known) return null;
  const stamp = quickRead(db, ['meta'], (table) => [table('meta').get(STAMP) as IDBRequest<MetaRow | undefined>]);
  return { index: toIndex(db, known, onDamage), isStill: stamp.then(([row]) => row?.value === known.stamp) };
}

/** Whether there was any when the index was last looked at. Every new one changes its stamp. */
export const mayHaveSignals = (db: Reading): boolean => standings.get(db)?.hasSignals ?? true;

/** The same of names that were shared. */
export const mayHaveNames = (db: Reading): boolean => standings.get(db)?.hasNames ?? true;

function toIndex(db: Reading, standing: Standing, onDamage: (segment: number) => void): StandingIndex {
  const { segments, unread, fresh, records, tongues, isGone } = standing;
  const older = unread.map((segment) => olderOf(db, segment));
  return {
    parts: [
      ...segments.map(({ id, part }) => bear(part, () => onDamage(id))),
      ...older.flatMap(({ parts }) => parts),
      fresh,
    ],
    segments: segments.map(({ id }) => id),
    records: older.reduce((sum, one) => sum + one.records, records),
    tongues:
      older.length > 0 ? [...new Set([...tongues, ...older.flatMap((one) => [...one.tongues])])].sort() : tongues,
    isGone,
    isPartial: isBehind(db, unread),
  };
}

/** Segments never change: what is known of one stays. */
function standingOf(db: Reading, rows: IndexRows, known: Standing | undefined): Standing {
  const { stamp, segments, fresh, gone, hasSignals, hasNames } = rows;
  const standing = segments.filter(isStanding);
  const damaged = damagedOf.get(db);
  const readable = standing.filter(({ format, id = 0 }) => format === FORMAT && !damaged?.has(id));
  const unread = standing.filter((segment) => !readable.includes(segment));
  forgetOlder(db, unread);
  const lines = fresh.map(({ number, line }) => ({ number: number ?? 0, line }));
  const isFresh = isAmong(lines.map(({ number }) => number));
  const isGone = isAmong(gone);
  const before = new Set([...(known?.segments ?? []), ...(known?.unread ?? [])].map(({ id }) => id));
  const stood = standing.filter(({ id }) => before.has(id));
  const isIndexed = (number: number) => stood.some(({ from, to }) => from <= number && number <= to);
  return {
    stamp: stamp?.value,
    segments: readable.map((row) => {
      const id = row.id ?? 0;
      const before = known?.segments.find((one) => one.id === id);
      return before ?? { id, part: createSegmentPart(segmentSource(db, row)) };
    }),
    unread,
    fresh: createFreshPart(lines),
    records: readable.reduce((sum, { records }) => sum + records, 0) + lines.length - gone.length,
    tongues: [
      ...new Set([...standing.flatMap(({ tongues }) => tongues ?? []), ...fresh.map(({ tongue }) => tongue)]),
    ].sort(),
    isGone,
    isHere: (number) => isFresh(number) || (isIndexed(number) && !isGone(number)),
    hasSignals,
    hasNames,
  };
}

/** Asked for every record that a search meets, so it looks at single bits. */
function isAmong(numbers: number[]): (number: number) => boolean {
  const bits = new Uint8Array(((numbers.at(-1) ?? 0) >> 3) + 1);
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] as number) | (1 << (number & 7));
  return (number) => ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
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
    count: (terms) => orElse(part.count(terms), []),
    terms: (beginning, mayHold) => orElse(part.terms(beginning, mayHold), []),
  };
}
