import pg from 'pg';
import type { FanOut } from './fan-out.ts';
import { copyIn } from './postgres-copy.ts';
import { openFanOut } from './postgres-fan-out.ts';
import { type Database, inPieces, type Row, type Sql, upsertText, type Value } from './sql.ts';

/** Numbers that this server stores in a bigint are safe integers: counts, sequence numbers, times. */
const INT8 = 20;
/** Any number that all nodes agree on: whoever holds this advisory lock migrates. */
const MIGRATION_LOCK = 7_263_518_201;
/** From so many rows on they are copied in: that is a question and an answer of its own. */
const COPY_LEAST = 50;
/** Rows of one statement. Few sizes, so that each is read and planned once: half as quick again as arrays and `unnest`. */
const PIECES = [250, 50, 10, 1];

/** PostgreSQL through `pg`; any number of nodes may use one database. */
export function openPostgres(url: string, connections = 10): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: connections, types, application_name: 'sidelight' });
  // A connection that breaks while nobody uses it is replaced by the pool; the query that needs one will say.
  pool.on('error', () => undefined);
  const outside = createSql(pool);
  const fanOuts: FanOut[] = [];
  return {
    ...outside,
    forUpdate: ' for update',
    write: (work) => transact(pool, work),
    snapshot: (work) => transact(pool, work, 'begin isolation level repeatable read read only'),
    alone: (work) =>
      transact(pool, async (sql) => {
        await sql.all('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
        return work(sql);
      }),
    async fanOut(hear) {
      const fanOut = await openFanOut(url, pool, hear);
      fanOuts.push(fanOut);
      return fanOut;
    },
    async close() {
      for (const fanOut of fanOuts.splice(0)) await fanOut.close();
      await pool.end();
    },
  };
}

async function transact<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>, begin = 'begin'): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(createWriting(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection whose transaction failed is asked to roll back; one that cannot is thrown away.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

const createWriting = (client: pg.PoolClient): Sql => {
  const sql = createSql(client);
  const insert: Sql['insert'] = (table, key, columns, rows) =>
    rows.length < COPY_LEAST ? sql.upsert(table, key, columns, rows) : copyIn(client, table, columns, rows);
  return { ...sql, insert };
};

function createSql(connection: pg.Pool | pg.PoolClient): Sql {
  const query = async (text: string, values: unknown[]) => connection.query({ ...prepared(text), values });
  const upsert: Sql['upsert'] = async (table, key, columns, rows) => {
    for (const some of inPieces(rows, PIECES)) await query(upsertText(table, key, columns, some.length), some.flat());
  };
  return {
    all: async <R extends Row>(text: string, values: Value[] = []) => (await query(text, values)).rows as R[],
    run: async (text, values = []) => (await query(text, values)).rowCount ?? 0,
    async among<R extends Row>(table: string, columns: string, team: string, column: string, values: string[]) {
      // No text in PostgreSQL holds NUL, and asking for one that does is an error there.
      const possible = values.filter((value) => !value.includes('\0'));
      const text = `select ${columns} from ${table} where team = ? and ${column} = any(?)`;
      return (await query(text, [team, possible])).rows as R[];
    },
    upsert,
    insert: upsert,
  };
}

const preparedByText = new Map<string, { name: string; text: string }>();

/**
 * `?` as the `$1`, `$2` that PostgreSQL wants (no statement of ours has one of another meaning), and a name, so that each
 * connection reads and plans a statement once. There are some dozens of them.
 */
function prepared(text: string): { name: string; text: string } {
  const known = preparedByText.get(text);
  if (known) return known;
  let n = 0;
  const made = { name: `s${preparedByText.size}`, text: text.replace(/\?/g, () => `$${++n}`) };
  preparedByText.set(text, made);
  return made;
}
