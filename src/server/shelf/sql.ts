import type { FanOut } from './fan-out.ts';

/** Bytes come only where they were asked for with `bytesOf`. */
export type Value = string | number | null | ArrayBuffer;
export type Row = Record<string, Value>;

/** Statements in standard SQL with `?` for values. */
export interface Sql {
  all<R extends Row>(text: string, values?: Value[]): Promise<R[]>;
  /** How many rows changed. */
  run(text: string, values?: Value[]): Promise<number>;
  /** Rows of `table` whose `column` is one of `values`, and whose team is `team`. */
  among<R extends Row>(table: string, columns: string, team: string, column: string, values: string[]): Promise<R[]>;
  /** Inserts rows, or replaces those that have the same `key`. No two of them may have the same. */
  upsert(table: string, key: string[], columns: string[], rows: Value[][]): Promise<void>;
  /** The same for rows of which none is there yet, as who asks knows, having asked in the same transaction. */
  insert(table: string, key: string[], columns: string[], rows: Value[][]): Promise<void>;
}

/** A database that speaks SQL: what a new one must bring. */
export interface Database extends Sql {
  /** Ends a select in a transaction that is going to write what it read. */
  readonly forUpdate: string;
  /** A text that is to be had as the bytes it is stored in, where a database has that: reading and writing it once more is saved. */
  readonly bytesOf?: ((text: string) => string) | undefined;
  /** Runs `work` as one transaction, rolled back when it throws; nobody else writes to the same rows meanwhile. */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs `work`, which only reads, on everything as it is at one moment. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs `work` as one transaction while no other process does so, for migrations. */
  alone<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Connects this node to the others on the same database; `hear` gets what they announce. */
  fanOut(hear: (word: string) => void): Promise<FanOut>;
  close(): Promise<void>;
}

/** `insert … values …` for so many rows, replacing those that have the same `key`. */
export function upsertText(table: string, key: string[], columns: string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const changes = columns.filter((one) => !key.includes(one)).map((one) => `${one} = excluded.${one}`);
  const change = changes.length > 0 ? `update set ${changes.join(', ')}` : 'nothing';
  return `insert into ${table} (${columns.join(', ')}) values ${Array(rows).fill(row).join(', ')}
    on conflict (${key.join(', ')}) do ${change}`;
}

/** Cuts into pieces of the sizes given (largest first, down to 1), as few as possible. */
export function* inPieces<T>(all: T[], sizes: number[]): Generator<T[]> {
  let at = 0;
  for (const size of sizes) for (; all.length - at >= size; at += size) yield all.slice(at, at + size);
}
