import type { Db } from './db.ts';
import { isPlaced, type Shown, showAll } from './read.ts';
import { rowsById } from './record-at.ts';
import type { PlaceRow, RecordKey, RecordRow } from './rows.ts';
import { SORTS } from './sorts.ts';

/** What stands on a page, as far as it was read. */
interface BesidePage {
  records: (Shown<'lesson'> | Shown<'question'>)[];
  /** How their passages were last found. */
  places: PlaceRow[];
  /** So many more stand there. */
  rest: number;
}

interface BesideOptions {
  /** At most so many of each: one's own lessons, colleagues' lessons, questions. */
  most: number;
  /** Ids of what is being read: they are among the records however many newer ones there are. */
  keep?: readonly string[];
}

/**
 * Lessons and questions whose target is one of these pages (normalised URLs: a page may go by several), the newest of
 * each sort. A team may have put thousands on one page: what is read depends on `most` alone.
 */
export async function besidePage(
  db: Db,
  identities: readonly string[],
  { most, keep = [] }: BesideOptions,
): Promise<BesidePage> {
  const pages = [...new Set(identities)].filter((page) => page !== '');
  if (pages.length === 0) return { records: [], places: [], rest: 0 };
  return db.transaction('r', db.records, db.places, db.teams, async () => {
    const wanted = pages.flatMap((page) => SORTS.map((sort) => readSort(db, page, sort, most)));
    const sorts = await Promise.all(wanted);
    const byKey = new Map(sorts.flatMap(({ rows }) => rows).map((row) => [`${row.team} ${row.id}`, row]));
    const missing = keep.filter((id) => ![...byKey.values()].some((row) => row.id === id));
    const kept = missing.length > 0 ? await rowsById(db, missing) : [];
    const more = kept.filter((row) => pages.includes(row.page));
    for (const row of more) byKey.set(`${row.team} ${row.id}`, row);
    const rows = [...byKey.values()];
    const standing = sorts.reduce((sum, { number }) => sum + number, 0);
    const places = await db.places.bulkGet(rows.map(({ team, id }): RecordKey => [team, id]));
    return {
      records: showAll(rows).filter(isPlaced),
      places: places.filter((place) => place !== undefined),
      rest: standing - rows.length,
    };
  });
}

async function readSort(
  db: Db,
  page: string,
  [kind, mine]: (typeof SORTS)[number],
  most: number,
): Promise<{ rows: RecordRow[]; number: number }> {
  const standing = () =>
    db.records.where('[page+kind+mine+created]').between([page, kind, mine], [page, kind, mine, []]);
  const rows = await standing().reverse().limit(most).toArray();
  return { rows, number: rows.length < most ? rows.length : await standing().count() };
}
