import type pg from 'pg';
import type { Value } from './sql.ts';

/** What PostgreSQL's protocol calls the two messages that carry rows and end them. */
const COPY_DATA = 'd';
const COPY_DONE = 'c';
/** What has a meaning of its own in COPY's text form, beside the backslash. No JSON text has it. */
const BREAKS = /[\n\r\t]/;
const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Inserts rows by COPY, which takes half of the time of `insert` with values. `pg` has no call for it, only a place for a query that
 * speaks for itself; all of it is sent at once, since PostgreSQL passes over rows of a COPY that it has refused.
 */
export const copyIn = (client: pg.PoolClient, table: string, columns: string[], rows: Value[][]): Promise<void> =>
  new Promise((done, failed) => {
    client.query({
      submit(connection: pg.Connection) {
        connection.query(`copy ${table} (${columns.join(', ')}) from stdin`);
        connection.stream.write(Buffer.concat([message(COPY_DATA, writeRows(rows)), message(COPY_DONE)]));
      },
      handleCopyInResponse: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => done(),
      handleError: failed,
    });
  });

const writeRows = (rows: Value[][]): Buffer =>
  Buffer.from(rows.map((row) => `${row.map(write).join('\t')}\n`).join(''));

function write(value: Value): string {
  if (value === null) return '\\N';
  const text = String(value).replaceAll('\\', '\\\\');
  return BREAKS.test(text) ? text.replace(/[\n\r\t]/g, (one) => ESCAPES[one] ?? one) : text;
}

/** A kind, the length of what follows with itself, and what follows. */
function message(kind: string, content: Uint8Array = new Uint8Array(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
