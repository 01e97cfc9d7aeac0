import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readSchema, SCHEMA } from '../shelf/migrations.ts';
import type { Database, Row, Sql, Value } from '../shelf/sql.ts';
import { type BackupHead, tables } from './tables.ts';

const ROWS_AT_ONCE = 500;

/**
 * Writes everything as it is at one moment into a file, also while the server runs. The file is there under its name only
 * when it is whole. Gives the number of rows.
 */
export async function writeBackup(database: Database, file: string, now: number): Promise<number> {
  let rows = 0;
  await database.snapshot(async (sql) => {
    // What a newer version keeps beside, this one does not know: it would be missing, and nobody would be told.
    await readSchema(sql);
    const lines = async function* () {
      yield `${JSON.stringify({ sidelight: 'backup', schema: SCHEMA, at: now } satisfies BackupHead)}\n`;
      for (const { name, key } of tables) {
        for await (const row of rowsOf(sql, name, key)) {
          rows++;
          yield `${JSON.stringify([name, row])}\n`;
        }
      }
    };
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      createWriteStream(`${file}.part`, { mode: 0o600, flush: true }),
    );
  });
  await rename(`${file}.part`, file);
  return rows;
}

/** Rows in the order of their key, a few at a time. */
async function* rowsOf(sql: Sql, table: string, key: string[]): AsyncGenerator<Row> {
  const columns = key.join(', ');
  let last: Value[] | undefined;
  for (;;) {
    const after = last ? `where (${columns}) > (${key.map(() => '?').join(', ')})` : '';
    const text = `select * from ${table} ${after} order by ${columns} limit ${ROWS_AT_ONCE}`;
    const rows = await sql.all<Row>(text, last);
    for (const { _metadata: _, ...row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) return;
    const end = rows.at(-1);
    last = key.map((one) => end?.[one] ?? null);
  }
}
