import type { Db } from '../../../../src/store/db.ts';
import { addressOf, compareKeys, copyOf, type Key, keyReader, type Row } from './key.ts';
import { line } from './line.ts';

export interface Entry {
  key: Key;
  row: Row;
}

/** One table's rows, by the address of their key. */
export interface Shelf {
  name: string;
  /** Dexie's words for the primary key and the indexes. */
  primary: string;
  indexes: Map<string, (row: Row) => Key | undefined>;
  isAuto: boolean;
  next: number;
  entries: Map<number | string, Entry>;
  /** What lies under each key of an index, for those that were asked so: by the address of that key, then by its own. */
  under: Map<string, Map<number | string, Map<number | string, Entry>>>;
}

/** What stands between a context and its disk: each may throw, as where a process dies or a disk is full. */
export interface Way {
  /** Before anything is read or written, and before a transaction is kept. */
  pass(): void;
  /** Before something is written. */
  write(): void;
  /** Before a transaction begins; others may come first. */
  turn(): Promise<void> | undefined;
}

export const freeWay: Way = { pass: () => undefined, write: () => undefined, turn: () => undefined };

interface Transaction {
  way: Way;
  undo: (() => void)[];
}

/** The rows of one profile's database. Transactions come one after the other; one that throws leaves nothing behind. */
export interface Disk {
  shelves: Map<string, Shelf>;
  /** Runs `work` inside the transaction that calls it, or as one of its own. */
  transact<T>(way: Way, work: () => Promise<T>): Promise<T>;
  /** One access, inside the transaction that calls it or alone. */
  access<T>(way: Way, work: () => T): Promise<T>;
  put(shelf: Shelf, row: Row): Key;
  /** Called at once whenever a transaction that changed something was kept. */
  onKept(then: () => void): void;
  drop(shelf: Shelf, key: Key): void;
}

export function createDisk(shapes: Shape[]): Disk {
  let running: Transaction | undefined;
  let onKept: (() => void) | undefined;
  const isInside = (way: Way): boolean => {
    if (running && running.way !== way) throw new Error('two transactions at once');
    return running !== undefined;
  };
  const change = (shelf: Shelf, address: number | string, entry: Entry | undefined) => {
    const before = shelf.entries.get(address);
    running?.undo.push(() => set(shelf, address, before));
    set(shelf, address, entry);
  };
  const transactAlone = async <T>(way: Way, work: () => Promise<T>): Promise<T> => {
    const own: Transaction = { way, undo: [] };
    running = own;
    try {
      const result = await work();
      way.pass();
      if (own.undo.length > 0) onKept?.();
      return result;
    } catch (error) {
      for (const undo of own.undo.reverse()) undo();
      throw error;
    } finally {
      running = undefined;
    }
  };
  const disk: Disk = {
    shelves: new Map(shapes.map((shape) => [shape.name, { ...shape, next: 1, entries: new Map(), under: new Map() }])),
    onKept(then) {
      onKept = then;
    },
    async transact(way, work) {
      if (isInside(way)) return work();
      await way.turn();
      return line.alone(() => transactAlone(way, work));
    },
    async access(way, work) {
      if (isInside(way)) {
        way.pass();
        return work();
      }
      const others = way.turn();
      if (others) await others;
      // Alone it is done at once, so nothing can come in between and nothing needs undoing.
      way.pass();
      const result = work();
      way.pass();
      return result;
    },
    put(shelf, row) {
      const kept = copyOf(row);
      const given = keyReader(shelf.primary)(kept);
      if (given === undefined && !shelf.isAuto) throw new Error(`a row of ${shelf.name} has no key`);
      const key = given ?? shelf.next;
      if (given === undefined) kept[shelf.primary] = key;
      if (typeof key === 'number') shelf.next = Math.max(shelf.next, key + 1);
      change(shelf, addressOf(key), { key, row: kept });
      return key;
    },
    drop: (shelf, key) => {
      if (shelf.entries.has(addressOf(key))) change(shelf, addressOf(key), undefined);
    },
  };
  return disk;
}

function set(shelf: Shelf, address: number | string, entry: Entry | undefined): void {
  const before = shelf.entries.get(address);
  if (entry) shelf.entries.set(address, entry);
  else shelf.entries.delete(address);
  for (const [index, under] of shelf.under) {
    const at = (one: Entry | undefined) => one && shelf.indexes.get(index)?.(one.row);
    const [left, entered] = [at(before), at(entry)];
    if (left !== undefined) under.get(addressOf(left))?.delete(address);
    if (entry && entered !== undefined) enter(under, entered, address, entry);
  }
}

function enter(
  under: Map<number | string, Map<number | string, Entry>>,
  at: Key,
  address: number | string,
  entry: Entry,
) {
  const some = under.get(addressOf(at)) ?? new Map<number | string, Entry>();
  under.set(addressOf(at), some.set(address, entry));
}

/** What lies under a key of an index, in the order of the table. */
export function entriesUnder(shelf: Shelf, index: string, at: Key): Entry[] {
  let under = shelf.under.get(index);
  if (!under) {
    under = new Map();
    for (const [address, entry] of shelf.entries) {
      const key = shelf.indexes.get(index)?.(entry.row);
      if (key !== undefined) enter(under, key, address, entry);
    }
    shelf.under.set(index, under);
  }
  return [...(under.get(addressOf(at))?.values() ?? [])].sort((a, b) => compareKeys(a.key, b.key));
}

export type Shape = Omit<Shelf, 'next' | 'entries' | 'under'>;

/** The tables as the product's own database declares them. */
export const shapesOf = (db: Pick<Db, 'tables'>): Shape[] =>
  db.tables.map(({ name, schema: { primKey, indexes } }) => {
    const names = [primKey.name, ...indexes.map((index) => index.name)];
    const readers = names.map((one): [string, (row: Row) => Key | undefined] => [one, keyReader(one)]);
    return { name, primary: primKey.name, isAuto: Boolean(primKey.auto), indexes: new Map(readers) };
  });
