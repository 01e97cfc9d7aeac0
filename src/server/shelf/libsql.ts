import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { fail, ok, type Result } from '../../kit/result.ts';
import { type Ask, askHere, askThread } from './libsql-thread.ts';
import { type Database, type Row, type Sql, upsertText, type Value } from './sql.ts';

const FILE = 'sidelight.db';
/** Rows that one statement inserts: a third quicker than one by one, and more gain nothing. Two sizes, each prepared once. */
const PIECES = [50, 1];
/** Pages of 4 KB in the log before they are written to their places. Many writes touch the same ones, which then go once. */
const CHECKPOINT_PAGES = 4_000;

/** 32 MB of pages: with SQLite's own 2 MB a large push is written out and read back before it is even committed. */
const WRITING =
  'pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32768;';
/** The last of it is met by a damaged file, before a thread of its own begins to write there. */
const READING = 'pragma busy_timeout = 5000; pragma query_only = on; select count(*) from sqlite_master;';

/**
 * SQLite through libsql, in a folder, for one process. WAL with `synchronous = FULL`: a commit is on the disk before it
 * is answered. One connection writes, one after the other, on a thread of its own, so that the next pushes are read and
 * checked while it waits for the disk; another reads what is committed. Fails with `database-in-use`; throws where the file is damaged.
 */
export function openLibsql(folder: string): Result<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const guard = holdFolder(folder);
  if (!guard) return fail('database-in-use', folder);
  const file = join(folder, FILE);
  const reader = askHere(connectOrLeave(file, guard));
  const writer = askThread(file, `${WRITING} pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};`);
  return ok(createDatabase(writer, reader, () => guard.close()));
}

/** The database of a folder for a command that writes a little while a server has it; SQLite makes one wait for the other. */
export function openBesideLibsql(folder: string): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const only = askHere(connect(join(folder, FILE), WRITING));
  return createDatabase(only, only);
}

/** The database of a folder to read from, also while a server has it. */
export function openToReadLibsql(folder: string): Database {
  const reader = askHere(connect(join(folder, FILE), READING, { fileMustExist: true }));
  return createDatabase(reader, reader);
}

/** A database that is gone when it is closed. */
export function openInMemory(): Database {
  const only = askHere(new Libsql(':memory:'));
  return createDatabase(only, only);
}

function connect(file: string, pragmas: string, options: Libsql.Options = {}): Libsql.Database {
  const connection = new Libsql(file, options);
  connection.exec(pragmas);
  return connection;
}

function connectOrLeave(file: string, guard: Libsql.Database): Libsql.Database {
  try {
    return connect(file, READING);
  } catch (error) {
    guard.close();
    throw error;
  }
}

/** An exclusive lock on a file beside the database, which the system releases however this process ends. */
function holdFolder(folder: string): Libsql.Database | null {
  const guard = new Libsql(join(folder, 'in-use.db'));
  try {
    guard.exec('pragma locking_mode = exclusive; begin exclusive;');
    return guard;
  } catch {
    guard.close();
    return null;
  }
}

function createDatabase(writer: Ask, reader: Ask, onClosed = () => undefined as unknown): Database {
  const writing = createSql(writer);
  const reading = createSql(reader);
  let last: Promise<unknown> = Promise.resolve();
  /** One piece of work at a time on the writing connection. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const write = <T>(work: (sql: Sql) => Promise<T>) => inTurn(() => transact(writer, () => work(writing)));
  // Where there is one connection, reading waits for its turn too, or it would see what is not committed.
  const read = <T>(work: () => Promise<T>) => (reader === writer ? inTurn(work) : work());
  return {
    forUpdate: '',
    bytesOf: (text) => `cast(${text} as blob)`,
    all: <R extends Row>(text: string, values?: Value[]) => read(() => reading.all<R>(text, values)),
    among: (table, columns, team, column, values) => read(() => reading.among(table, columns, team, column, values)),
    run: (text, values) => write((sql) => sql.run(text, values)),
    upsert: (table, key, columns, rows) => write((sql) => sql.upsert(table, key, columns, rows)),
    insert: (table, key, columns, rows) => write((sql) => sql.insert(table, key, columns, rows)),
    write,
    alone: write,
    snapshot: (work) => inTurn(() => transact(reader, () => work(reading), 'begin')),
    // One process has the database, so there is nobody to tell.
    fanOut: async () => ({ announce: () => undefined, close: async () => undefined }),
    close: () =>
      inTurn(async () => {
        for (const one of new Set([reader, writer])) await one('close');
        onClosed();
      }),
  };
}

async function transact<T>(connection: Ask, work: () => Promise<T>, begin = 'begin immediate'): Promise<T> {
  await connection('exec', begin);
  try {
    const result = await work();
    await connection('exec', 'commit');
    return result;
  } catch (error) {
    await connection('rollback');
    throw error;
  }
}

function createSql(connection: Ask): Sql {
  const all = async <R extends Row>(text: string, values: Value[] = []) =>
    (await connection('all', text, values)) as R[];
  const upsert: Sql['upsert'] = (table, key, columns, rows) => {
    const statements = PIECES.map((size) => ({ text: upsertText(table, key, columns, size), rows: size }));
    // Column by column, which goes to another thread in a quarter of the time.
    return connection(
      'insert',
      statements,
      columns.map((_, i) => rows.map((row) => row[i] ?? null)),
    );
  };
  return {
    all,
    run: (text, values = []) => connection('run', text, values),
    among: (table, columns, team, column, values) =>
      all(`select ${columns} from ${table} where team = ? and ${column} in (select value from json_each(?))`, [
        team,
        JSON.stringify(values),
      ]),
    upsert,
    // Looking for what is not there costs SQLite next to nothing.
    insert: upsert,
  };
}
