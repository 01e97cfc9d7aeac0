// @ts-expect-error The package is fetched by the bench, and no part of the project.
import start from '@sqlite.org/sqlite-wasm';
import type { Text } from '../texts.ts';

interface Database {
  exec(options: string | { sql: string; bind?: unknown[]; rowMode?: string; returnValue?: string }): unknown;
  transaction(work: () => void): void;
  close(): void;
}

let database: Database;
const TABLE = `create virtual table if not exists items using fts5(
  title, body, tags, url unindexed, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')`;
const INSERT = 'insert into items(rowid, title, body, tags, url) values (?, ?, ?, ?, ?)';
const SEARCH = `select rowid as id, title, body, tags, url from items where items match ?
  order by bm25(items, 3, 1, 1) limit 10`;

const insert = ({ id, title, body, tags, url }: Text): unknown =>
  database.exec({ sql: INSERT, bind: [id, title, body, tags.join(' '), url] });

/** Every word must be there, the last one may go on. */
function toMatch(typed: string): string {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, i) => (i === words.length - 1 ? `${word}*` : word)).join(' AND ');
}

const calls: Record<string, (takes: never) => unknown> = {
  async open() {
    const sqlite = await start({ print: () => {}, printErr: () => {} });
    const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'bench', initialCapacity: 8 });
    database = new pool.OpfsSAHPoolDb('/bench.db');
    database.exec('pragma synchronous = full');
    database.exec(TABLE);
  },
  add: (texts: Text[]) => database.transaction(() => texts.forEach(insert)),
  finish: () => database.exec("insert into items(items) values ('optimize')"),
  search: (typed: string) =>
    database.exec({ sql: SEARCH, bind: [toMatch(typed)], rowMode: 'object', returnValue: 'resultRows' }),
  addOne: (text: Text) => void insert(text),
  close: () => database.close(),
};

addEventListener('message', async ({ data: { id, name, takes } }) => {
  try {
    const value = await calls[name]?.(takes as never);
    postMessage({ id, value: name === 'search' ? value : null });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
