import type { Loaded } from '../search/search.ts';
import { toEntry } from './entry-of-record.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { RecordRow } from './rows.ts';
import { type Shown, showRows } from './show.ts';

/** Records by number. A record gets another number with every change, so what was loaded once stays true. */
const loaded = new WeakMap<Reading, Map<number, Loaded<Shown>>>();
const LOADED_MAX = 150;

/** The records behind numbers of the search index, with their words; those that are gone are left out. */
export async function loadNumbers(db: Reading, numbers: number[]): Promise<Map<number, Loaded<Shown>>> {
  const known = loaded.get(db) ?? new Map<number, Loaded<Shown>>();
  loaded.set(db, known);
  const missing = numbers.filter((number) => !known.has(number));
  const rows = missing.length > 0 ? await readRows(db, missing) : [];
  const result = new Map<number, Loaded<Shown>>();
  const remember = (number: number) => {
    const one = known.get(number);
    if (one) result.set(number, one);
  };
  for (const number of numbers) remember(number);
  if (known.size + rows.length > LOADED_MAX) known.clear();
  const items = await showRows(rows);
  for (const [i, row] of rows.entries()) {
    const item = items[i];
    if (!item || row?.number === undefined) continue;
    known.set(row.number, { item, entry: toEntry(item, item.site) });
    remember(row.number);
  }
  return result;
}

const readRows = (db: Reading, numbers: number[]): Promise<(RecordRow | undefined)[]> =>
  quickRead(db, ['records'], (table) => {
    const index = table('records').index('number');
    return numbers.map((number): IDBRequest<RecordRow | undefined> => index.get(number));
  });
