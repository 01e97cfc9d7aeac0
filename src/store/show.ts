import { isKindName, type KindName, kinds } from '../domain/kinds/index.ts';
import type { KnownRecord, RecordOf, StoredRecord } from '../domain/record.ts';
import type { Failure } from '../kit/result.ts';
import { isFindable, type RecordRow } from './rows.ts';

/** A record as a person sees it: read, with where it stands. */
export type Shown<K extends KindName = KindName> = RecordOf<K> & {
  team: string;
  isMine: boolean;
  created: number;
  page: string;
  site: string;
  refused?: Failure;
  onlyHere?: RecordRow['onlyHere'];
};

/** Lessons and questions: what may stand on a page. */
export const isPlaced = (shown: Shown): shown is Shown<'lesson'> | Shown<'question'> =>
  shown.kind === 'lesson' || shown.kind === 'question';

/**
 * What search knows by a number was read when it was written (search-index.ts), so it is not read again unless its kind
 * has gone on since: lists are drawn by the letter.
 */
const isKnown = (row: RecordRow): boolean =>
  isFindable(row) && row.body !== null && isKindName(row.kind) && row.schema === kinds[row.kind as KindName].version;

/** Whether it would show, if only it could be read. */
const mayShow = (row: RecordRow | undefined): row is RecordRow => row !== undefined && row.removeAt === undefined;

/** Null for what shows nowhere: gone, being removed, of a kind or version this one does not know. `read` reads what is not known yet. */
export function showWith(row: RecordRow | undefined, read: (row: RecordRow) => KnownRecord | null): Shown | null {
  if (!mayShow(row)) return null;
  const record = isKnown(row) ? (row as StoredRecord as KnownRecord) : read(row);
  if (!record) return null;
  const { team, created, page, site, refused, onlyHere } = row;
  const more = { ...(refused ? { refused } : {}), ...(onlyHere ? { onlyHere } : {}) };
  return { ...record, team, created, page, site, isMine: row.mine === 1, ...more };
}

/**
 * The same for rows of which most are known: what reads the others comes only where there are some. It brings the schema
 * library along, which a page that lives for seconds should not wait for.
 */
export async function showRows(rows: (RecordRow | undefined)[]): Promise<(Shown | null)[]> {
  if (!rows.some((row) => mayShow(row) && row.body !== null && !isKnown(row))) {
    return rows.map((row) => showWith(row, () => null));
  }
  const { readRecord } = await import('../domain/record.ts');
  const read = (row: RecordRow) => {
    const known = readRecord(row);
    return known.ok ? known.value : null;
  };
  return rows.map((row) => showWith(row, read));
}
