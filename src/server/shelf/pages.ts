import type { StandingRow } from './records.ts';
import type { Sent, Shelf } from './shelf.ts';
import type { Database } from './sql.ts';

const WHOLE = 'seq, id, author, kind, schema_version, n, time, device, hash, deleted, body';

interface WholeRow extends StandingRow {
  seq: number;
  kind: string;
  schema_version: number;
  body: string | null;
}

/** A page ends with the record whose body takes it beyond this, so that it costs a bounded amount of memory. */
export const PAGE_BYTES = 4 * 1024 * 1024;

const NEXT = 'from records where team = ? and seq > ? and (deleted = 0 or seq > ?)';
/** How much the records of a page have together up to each, and one more than its limit: how far there is more. */
export const SIZES = `with sizes as (
    select seq, sum(size) over (order by seq) as so_far
    from (select seq, coalesce(octet_length(body), 0) as size ${NEXT} order by seq limit ?) as next
  )`;
/** The seq of the last of {@link SIZES}. */
export const FURTHER = '(select max(seq) from sizes) as further';
/** The records of a page. */
export const IN_PAGE = `${NEXT}
    and seq <= coalesce((select min(seq) from sizes where so_far > ${PAGE_BYTES}), (select max(seq) from sizes))
  order by seq limit ?`;
const PAGE = `${SIZES} select ${WHOLE}, ${FURTHER} ${IN_PAGE}`;
/** What stands for `?` in a statement of {@link SIZES} and {@link IN_PAGE}. */
export const pageValues = (team: string, seq: number, limit: number, swept: number): (string | number)[] => [
  team,
  seq,
  swept,
  limit + 1,
  team,
  seq,
  swept,
  limit,
];

/** The part of a shelf that gives records, over SQL. */
export const pagesOver = (database: Database): Pick<Shelf, 'pull' | 'newest' | 'recordsOf'> => ({
  async pull(team, seq, limit, swept = 0) {
    const rows = await database.all<WholeRow & { further: number }>(PAGE, pageValues(team, seq, limit, swept));
    const last = rows.at(-1);
    return last
      ? { records: rows.map(toSent), seq: last.seq, more: last.seq < last.further }
      : { records: [], seq, more: false };
  },

  async newest(team, limit) {
    const rows = await database.all<WholeRow>(
      `select ${WHOLE} from records where team = ? and body is not null order by seq desc limit ?`,
      [team, limit],
    );
    return { records: rows.map(toSent), seq: rows.at(-1)?.seq ?? 0, more: false };
  },

  async recordsOf(team, author) {
    const text = `select ${WHOLE} from records where team = ? and author = ? order by seq`;
    return (await database.all<WholeRow>(text, [team, author])).map(toSent);
  },
});

const toSent = (row: WholeRow): Sent => ({
  id: row.id,
  kind: row.kind,
  author: row.author,
  schema: row.schema_version,
  version: { n: row.n, time: row.time, device: row.device, hash: row.hash },
  ...(row.deleted ? { deleted: true as const } : {}),
  text: row.body,
});
