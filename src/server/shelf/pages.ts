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
/** The records of a page, each with the seq of the last that would be one more than its limit: how far there is more. */
const PAGE = `with sizes as (
    select seq, sum(coalesce(octet_length(body), 0)) over (order by seq) as so_far
    from (select seq, body ${NEXT} order by seq limit ?) as next
  )
  select ${WHOLE}, (select max(seq) from sizes) as further ${NEXT}
    and seq <= coalesce((select min(seq) from sizes where so_far > ${PAGE_BYTES}), (select max(seq) from sizes))
  order by seq limit ?`;

/** The part of a shelf that gives records, over SQL. */
export const pagesOver = (database: Database): Pick<Shelf, 'pull' | 'newest' | 'recordsOf'> => ({
  async pull(team, seq, limit, swept = 0) {
    const next = [team, seq, swept];
    const rows = await database.all<WholeRow & { further: number }>(PAGE, [...next, limit + 1, ...next, limit]);
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
