import Dexie, { type IndexableType, type ObservabilitySet, RangeSet, type Table } from 'dexie';
import { giveNumbers, rename } from './move-records.ts';
import { DATABASE } from './reading.ts';
import { isTold } from './row.ts';
import type {
  FreshRow,
  GoneRow,
  LeafRow,
  LedgerRow,
  ListRow,
  LostRow,
  MetaRow,
  OutboxRow,
  PlaceRow,
  RecordKey,
  RecordRow,
  SegmentRow,
  TeamRow,
} from './rows.ts';

const RECORDS = 'number, [team+id], [page+kind+mine+created], [kind+created], about, told, removeAt';

/** The tables. A new kind of record needs none; a new table or index is a new `version()` below the others. */
export class Db extends Dexie {
  declare records: Table<RecordRow, number>;
  declare outbox: Table<OutboxRow, RecordKey>;
  declare places: Table<PlaceRow, RecordKey>;
  declare teams: Table<TeamRow, string>;
  declare fresh: Table<FreshRow, number>;
  declare gone: Table<GoneRow, number>;
  declare segments: Table<SegmentRow, number>;
  declare leaves: Table<LeafRow, [number, number]>;
  declare lists: Table<ListRow, [number, number, number]>;
  declare ledger: Table<LedgerRow, number>;
  declare lost: Table<LostRow, number>;
  declare meta: Table<MetaRow, string>;

  constructor(durability: 'strict' | 'relaxed', name = DATABASE) {
    // What it remembers for live reads it could not be told to forget where something is written past it.
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' });
    this.version(1).stores({
      records: '[team+id], id, page, created, [kind+created], about, removeAt, number',
      outbox: '[team+id], team',
      places: '[team+id], page',
      teams: 'id',
      fresh: '++number',
      gone: 'number',
      segments: '++id',
      leaves: '[segment+at]',
      lists: '[segment+at+i]',
      ledger: '++n',
      meta: 'key',
    });
    // A page that a team has filled with thousands is read a handful at a time: one's own, colleagues', questions.
    this.version(2).stores({
      records: '[team+id], id, [page+kind+mine+created], created, [kind+created], about, removeAt, number',
      lost: '++n, id, until',
    });
    // Every index costs a tenth of what a row costs: two that were hardly asked are gone, one that few rows are in is new.
    this.version(3)
      .stores({ records: '[team+id], [page+kind+mine+created], [kind+created], about, told, removeAt, number' })
      .upgrade((old) =>
        old
          .table<RecordRow>('records')
          .where('[kind+created]')
          .between(['signal'], ['signal', []])
          .modify((row) => {
            if (isTold(row)) row.told = 1;
          }),
      );
    // A row lies under the number that search knows it by: that is read at once, and each of its keys in an index is short. A table
    // cannot change what its rows lie under, so they move to another, which is named as it was then.
    this.version(4).stores({ records: null, moving: RECORDS }).upgrade(giveNumbers);
    this.version(5).stores({ records: RECORDS, moving: null }).upgrade(rename);
  }

  /** Asks past Dexie inside of the transaction that is running here, if it writes; null elsewhere. */
  askWriting<T>(ask: Ask<T>): PromiseLike<T[]> | null {
    const running = Dexie.currentTransaction;
    return running?.mode === 'readwrite' ? answersTo(ask(running.idbtrans)) : null;
  }

  /** Asks for records past Dexie in a transaction of its own: nobody who reads live hears of a change. Null where it is not open. */
  askAlone<T>(ask: Ask<T>): PromiseLike<T[]> | null {
    return this.isOpen() ? answersTo(ask(this.backendDB().transaction('records'))) : null;
  }

  /** Tells whoever reads live, here and in other contexts, which rows were written past Dexie: one of each table. */
  tellLive(written: { table: string; row: object }[]): void {
    const parts: ObservabilitySet = {};
    for (const { table, row } of written) {
      const { primaryKey, indexes } = this.core.table(table).schema;
      const tell = (index: string, key: IndexableType | undefined) => {
        if (key !== undefined) parts[`idb://${this.name}/${table}/${index}`] = new RangeSet(key);
      };
      const key = primaryKey.extractKey?.(row);
      tell('', key);
      tell(':dels', key);
      for (const index of indexes) tell(index.name ?? '', index.extractKey?.(row));
    }
    Dexie.on.storagemutated.fire(parts);
  }
}

type Ask<T> = (transaction: IDBTransaction) => IDBRequest<T>[];

/** As Dexie's own promises: behind others its transaction would be lost. */
const answersTo = <T>(requests: IDBRequest<T>[]): PromiseLike<T[]> =>
  Dexie.Promise.all(
    requests.map(
      (request) =>
        new Dexie.Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ),
  );

/**
 * Two handles on one database, since durability is set per handle: `strict` waits for the disk (what a person keeps,
 * and the outbox), `relaxed` does not (what a server can send again, and caches).
 */
export interface Store {
  strict: Db;
  relaxed: Db;
}

export const openStore = (name = DATABASE): Store => ({
  strict: new Db('strict', name),
  relaxed: new Db('relaxed', name),
});
