import { type Disk, type Entry, entriesUnder, type Shelf, type Way } from './disk.ts';
import { addressOf, compareKeys, copyOf, type Key, type Row } from './key.ts';

/** Rows of a table by one index, in its order: what Dexie's Collection is, as far as the product uses it. */
export class Collection {
  private tests: ((row: Row) => boolean)[] = [];
  private most = Number.POSITIVE_INFINITY;
  private isBackward = false;
  private stop: (row: Row) => boolean = () => false;

  constructor(
    private readonly disk: Disk,
    private readonly way: Way,
    private readonly shelf: Shelf,
    private readonly index: string,
    private readonly isIn: (key: Key) => boolean,
    /** The only key of the index that it can have, where that is known. */
    private readonly only?: Key,
  ) {}

  filter(test: (row: Row) => boolean): this {
    this.tests.push(test);
    return this;
  }
  limit(most: number): this {
    this.most = most;
    return this;
  }
  reverse(): this {
    this.isBackward = !this.isBackward;
    return this;
  }
  until(stop: (row: Row) => boolean): this {
    this.stop = stop;
    return this;
  }

  toArray(): Promise<Row[]> {
    return this.read((found) => found.map(({ row }) => copyOf(row)));
  }
  primaryKeys(): Promise<Key[]> {
    return this.read((found) => found.map(({ key }) => key));
  }
  first(): Promise<Row | undefined> {
    return this.read(([one]) => one && copyOf(one.row));
  }
  count(): Promise<number> {
    return this.read((found) => found.length);
  }
  keys(): Promise<(Key | undefined)[]> {
    const reader = this.shelf.indexes.get(this.index);
    return this.read((found) => found.map(({ row }) => reader?.(row)));
  }
  each(see: (row: Row) => void): Promise<void> {
    return this.read((found) => {
      for (const { row } of found) see(copyOf(row));
    });
  }
  async sortBy(field: string): Promise<Row[]> {
    const rows = await this.toArray();
    return rows.sort((a, b) => compareKeys(a[field] as Key, b[field] as Key));
  }

  delete(): Promise<number> {
    return this.read((found) => {
      for (const { key } of found) this.disk.drop(this.shelf, key);
      return found.length;
    });
  }
  modify(change: Row | ((row: Row) => void)): Promise<number> {
    return this.read((found) => {
      if (found.length > 0) this.way.write();
      for (const { row } of found) {
        const next = copyOf(row);
        if (typeof change === 'function') change(next);
        else Object.assign(next, change);
        this.disk.put(this.shelf, next);
      }
      return found.length;
    });
  }

  private read<T>(use: (found: Entry[]) => T): Promise<T> {
    return this.disk.access(this.way, () => use(this.find()));
  }

  private find(): Entry[] {
    const found = this.only === undefined ? this.inOrder() : this.one(this.only);
    if (this.isBackward) found.reverse();
    const taken: Entry[] = [];
    for (const entry of found) {
      if (taken.length >= this.most || this.stop(entry.row)) break;
      if (this.tests.every((test) => test(entry.row))) taken.push(entry);
    }
    return taken;
  }

  private one(key: Key): Entry[] {
    if (this.index !== this.shelf.primary) return entriesUnder(this.shelf, this.index, key);
    const entry = this.shelf.entries.get(addressOf(key));
    return entry ? [entry] : [];
  }

  private inOrder(): Entry[] {
    const reader = this.shelf.indexes.get(this.index);
    const found: { at: Key; entry: Entry }[] = [];
    for (const entry of this.shelf.entries.values()) {
      const at = reader?.(entry.row);
      if (at !== undefined && this.isIn(at)) found.push({ at, entry });
    }
    if (found.length > 1) found.sort((a, b) => compareKeys(a.at, b.at) || compareKeys(a.entry.key, b.entry.key));
    return found.map(({ entry }) => entry);
  }
}
