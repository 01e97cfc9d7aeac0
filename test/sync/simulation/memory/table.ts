import { Collection } from './collection.ts';
import type { Disk, Shelf, Way } from './disk.ts';
import { addressOf, compareKeys, copyOf, isKey, type Key, type Row } from './key.ts';

/** What Dexie's Table is, as far as the product uses it. */
export class Table {
  constructor(
    private readonly disk: Disk,
    private readonly way: Way,
    private readonly shelf: Shelf,
  ) {}

  get(key: Key): Promise<Row | undefined> {
    return this.read(() => this.find(key));
  }
  bulkGet(keys: Key[]): Promise<(Row | undefined)[]> {
    return this.read(() => keys.map((key) => this.find(key)));
  }
  put(row: Row): Promise<Key> {
    return this.write(() => this.disk.put(this.shelf, row));
  }
  bulkPut(rows: Row[]): Promise<Key | undefined> {
    return this.write(() => rows.map((row) => this.disk.put(this.shelf, row)).at(-1));
  }
  add(row: Row): Promise<Key> {
    return this.put(row);
  }
  bulkAdd(rows: Row[]): Promise<Key[]> {
    return this.write(() => rows.map((row) => this.disk.put(this.shelf, row)));
  }
  delete(key: Key): Promise<void> {
    return this.read(() => this.disk.drop(this.shelf, key));
  }
  bulkDelete(keys: Key[]): Promise<void> {
    return this.read(() => {
      for (const key of keys) this.disk.drop(this.shelf, key);
    });
  }
  clear(): Promise<number> {
    return this.toCollection().delete();
  }
  update(key: Key, change: Row): Promise<number> {
    return this.where(this.shelf.primary).equals(key).modify(change);
  }

  toCollection(): Collection {
    return this.by(this.shelf.primary, () => true);
  }
  filter(test: (row: Row) => boolean): Collection {
    return this.toCollection().filter(test);
  }
  toArray(): Promise<Row[]> {
    return this.toCollection().toArray();
  }
  count(): Promise<number> {
    return this.toCollection().count();
  }
  orderBy(index: string): Collection {
    return this.by(index, () => true);
  }

  where(index: string) {
    const is = (test: (key: Key) => boolean) => this.by(index, test);
    return {
      equals: (at: Key) => {
        if (!isKey(at)) throw new Error(`${JSON.stringify(at)} is no key`);
        return this.by(index, () => true, at);
      },
      above: (at: Key) => is((key) => compareKeys(key, at) > 0),
      aboveOrEqual: (at: Key) => is((key) => compareKeys(key, at) >= 0),
      below: (at: Key) => is((key) => compareKeys(key, at) < 0),
      belowOrEqual: (at: Key) => is((key) => compareKeys(key, at) <= 0),
      anyOf: (some: Key[]) => is((key) => some.some((one) => compareKeys(key, one) === 0)),
      startsWith: (word: string) => is((key) => typeof key === 'string' && key.startsWith(word)),
      between: (low: Key, high: Key, withLow = true, withHigh = false) =>
        is((key) => {
          const [from, to] = [compareKeys(key, low), compareKeys(key, high)];
          return (from > 0 || (withLow && from === 0)) && (to < 0 || (withHigh && to === 0));
        }),
    };
  }

  private by(index: string, isIn: (key: Key) => boolean, only?: Key): Collection {
    if (!this.shelf.indexes.has(index)) throw new Error(`${this.shelf.name} has no index ${index}`);
    return new Collection(this.disk, this.way, this.shelf, index, isIn, only);
  }

  private find(key: Key): Row | undefined {
    return copyOf(this.shelf.entries.get(addressOf(key))?.row);
  }

  private read<T>(work: () => T): Promise<T> {
    return this.disk.access(this.way, work);
  }

  private write<T>(work: () => T): Promise<T> {
    return this.disk.access(this.way, () => {
      this.way.write();
      return work();
    });
  }
}
