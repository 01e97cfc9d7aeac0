import { readyDatabase, type TableName, toPromise } from './quick-read.ts';
import type { Reading } from './reading.ts';

/** Where to go backwards in an index, and how many are wanted. */
export interface Walk {
  index: string;
  range?: IDBKeyRange;
  most: number;
}

/** Rows of a table from the end of an index on, that `isWanted`, walk by walk, in one transaction; past Dexie, so not live. */
export async function quickWalk<Row>(
  db: Reading,
  name: TableName,
  walks: Walk[],
  isWanted: (row: Row) => boolean,
): Promise<Row[][]> {
  const table = (await readyDatabase(db)).transaction(name, 'readonly').objectStore(name);
  return Promise.all(
    walks.map(async (walk) => {
      const index: Backwards = table.index(walk.index);
      const rows = await readBackwards<Row>(index, walk);
      const wanted = rows?.filter(isWanted);
      // Fewer than were asked for end the index; else some of them were not wanted, and there may be more behind them.
      if (wanted && rows && (wanted.length === rows.length || rows.length < walk.most)) return wanted;
      return collect(index.openCursor(walk.range, 'prev'), walk.most, isWanted);
    }),
  );
}

/** What TypeScript does not know of an index yet. */
interface Backwards extends IDBIndex {
  getAllRecords?(options: { query?: IDBKeyRange; count: number; direction: 'prev' }): IDBRequest<{ value: unknown }[]>;
}

/** One request instead of one for each row, where the browser can (Chromium from 141 on); null elsewhere. */
async function readBackwards<Row>(index: Backwards, { range, most }: Walk): Promise<Row[] | null> {
  if (!index.getAllRecords) return null;
  const records = await toPromise(
    index.getAllRecords({ ...(range ? { query: range } : {}), count: most, direction: 'prev' }),
  );
  return records.map(({ value }) => value as Row);
}

function collect<Row>(
  request: IDBRequest<IDBCursorWithValue | null>,
  most: number,
  isWanted: (row: Row) => boolean,
): Promise<Row[]> {
  const taken: Row[] = [];
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const row: Row | undefined = request.result?.value;
      if (row !== undefined && isWanted(row)) taken.push(row);
      if (request.result && taken.length < most) request.result.continue();
      else resolve(taken);
    };
  });
}
