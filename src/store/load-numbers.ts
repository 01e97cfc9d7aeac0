import { readableSite } from '../domain/readable-site.ts';
import { siteFrom, wordsOf } from '../domain/said.ts';
import { createPacer } from '../kit/pause.ts';
import { type Loaded, toLoaded } from '../search/look/skim.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { RecordRow } from './rows.ts';
import { type Shown, showRows, showWith } from './show.ts';

/** Records by number, those asked for last at the end. A record gets another number with every change, so what was loaded once stays true. */
const loaded = new WeakMap<Reading, Map<number, Loaded<Shown>>>();
/** From letter to letter the candidates are mostly the same. */
const LOADED_MAX = 250;

/**
 * The records behind numbers of the search index, with their words; those that are gone are left out. `look` is called with each as soon
 * as it is there: the database takes longer to find one than it takes to look through the one before.
 */
export async function loadNumbers(
  db: Reading,
  numbers: number[],
  look?: (one: Loaded<Shown>) => void,
): Promise<Map<number, Loaded<Shown>>> {
  const known = loaded.get(db) ?? new Map<number, Loaded<Shown>>();
  loaded.set(db, known);
  const found = new Map<number, Loaded<Shown>>();
  const take = (number: number, one: Loaded<Shown>) => {
    found.set(number, one);
    look?.(one);
  };
  const others: RecordRow[] = [];
  const show = (row: RecordRow | undefined, item = showWith(row, () => null)) => {
    if (row?.number === undefined) return;
    if (item) take(row.number, toLoaded(item, { ...wordsOf(item), site: readableSite(siteFrom(item, item.site)) }));
    else others.push(row);
  };
  // Held from now on: others that are read meanwhile may take its place.
  const here = new Map(numbers.map((number) => [number, known.get(number)]));
  // What is read comes one by one; what is known already comes all at once, and to look through fifty logs takes long.
  const takeKnown = async () => {
    const pace = createPacer();
    for (const [number, one] of here) {
      await pace();
      if (one) take(number, one);
    }
  };
  const missing = numbers.filter((number) => !here.get(number));
  const reading = missing.length > 0 && readRows(db, missing, (row) => show(row));
  await Promise.all([reading, takeKnown()]);
  const late = others.splice(0);
  for (const [i, item] of (await showRows(late)).entries()) show(late[i], item);
  for (const [number, one] of found) {
    known.delete(number);
    known.set(number, one);
  }
  for (const number of known.keys()) {
    if (known.size <= LOADED_MAX) break;
    known.delete(number);
  }
  return found;
}

/** Lets go of what is here no more, whose text should not outlive it. What is being read meanwhile is remembered where nobody looks any more. */
export const keepLoaded = (db: Reading, isHere: (number: number) => boolean): unknown =>
  loaded.set(db, new Map([...(loaded.get(db) ?? [])].filter(([number]) => isHere(number))));

const readRows = (db: Reading, numbers: number[], take: (row: RecordRow | undefined) => void) =>
  quickRead(
    db,
    ['records'],
    (table) => {
      const records = table('records');
      return numbers.map((number): IDBRequest<RecordRow | undefined> => records.get(number));
    },
    take,
  );
