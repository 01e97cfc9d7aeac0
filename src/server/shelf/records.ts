import type { StoredRecord } from '../../domain/record.ts';
import type { Verdict } from '../../wire/sync.ts';
import { judge, type Standing } from './judge.ts';
import type { Page, Parcel, Shelf } from './shelf.ts';
import type { Database, Row, Sql, Value } from './sql.ts';

const COLUMNS = 'team id seq author kind schema_version n time device hash deleted body'.split(' ');
const STANDING = 'id, author, n, time, device, hash, deleted';
const WHOLE = 'seq, id, author, kind, schema_version, n, time, device, hash, deleted, body';

interface StandingRow extends Row {
  id: string;
  author: string;
  n: number;
  time: number;
  device: string;
  hash: string;
  deleted: number;
}

interface WholeRow extends StandingRow {
  seq: number;
  kind: string;
  schema_version: number;
  body: string | null;
}

/** The part of a shelf that keeps records, over SQL. */
export const recordsOver = (database: Database): Pick<Shelf, 'push' | 'pull' | 'newest' | 'recordsOf'> => ({
  push: (team, parcels) => database.write((sql) => keep(sql, database.forUpdate, team, parcels)),

  async pull(team, seq, limit) {
    const rows = await database.all<WholeRow>(
      `select ${WHOLE} from records where team = ? and seq > ? order by seq limit ?`,
      [team, seq, limit + 1],
    );
    return toPage(rows.slice(0, limit), seq, rows.length > limit);
  },

  async newest(team, limit) {
    const rows = await database.all<WholeRow>(
      `select ${WHOLE} from records where team = ? and body is not null order by seq desc limit ?`,
      [team, limit],
    );
    return toPage(rows, 0, false);
  },

  async recordsOf(team, author) {
    const text = `select ${WHOLE} from records where team = ? and author = ? order by seq`;
    return (await database.all<WholeRow>(text, [team, author])).map(toJson);
  },
});

/**
 * The team's counter row is held first: whoever has it is alone in the team until the commit, so records become visible
 * in the order of their seq and a reader that asks for what comes after never skips one.
 */
async function keep(sql: Sql, forUpdate: string, team: string, parcels: Parcel[]): Promise<Verdict[][]> {
  const [counter] = await sql.all<{ seq: number }>(`select seq from teams where id = ?${forUpdate}`, [team]);
  if (!counter) throw new Error('a push to a team that does not exist');
  const ids = parcels.flatMap(({ records }) => records.map(({ id }) => id));
  const rows = await sql.among<StandingRow>('records', STANDING, team, 'id', [...new Set(ids)]);
  const standingById = new Map<string, Standing>(rows.map((row) => [row.id, toStanding(row)]));
  const newsById = new Map<string, StoredRecord>();
  const verdicts = parcels.map(({ author, records }) =>
    records.map((sent) => {
      const { verdict, isNews } = judge(standingById.get(sent.id), sent, author);
      if (isNews) {
        standingById.set(sent.id, { ...sent, author });
        newsById.delete(sent.id);
        newsById.set(sent.id, { ...sent, author });
      }
      return verdict;
    }),
  );
  await writeNews(sql, team, counter.seq, [...newsById.values()]);
  return verdicts;
}

/** Writes records at the next places of the team's order. The caller holds the counter row. */
export async function writeNews(sql: Sql, team: string, seq: number, news: StoredRecord[]): Promise<void> {
  if (news.length === 0) return;
  const rows = news.map((record, i) => toRow(team, seq + 1 + i, record));
  await sql.upsert('records', ['team', 'id'], COLUMNS, rows);
  await sql.run('update teams set seq = ? where id = ?', [seq + news.length, team]);
}

const toRow = (team: string, seq: number, record: StoredRecord): Value[] => {
  const { id, author, kind, schema, version, deleted, body } = record;
  const { n, time, device, hash } = version;
  const text = body === null ? null : JSON.stringify(body);
  return [team, id, seq, author, kind, schema, n, time, device, hash, deleted ? 1 : 0, text];
};

const toStanding = ({ author, n, time, device, hash, deleted }: StandingRow): Standing => ({
  author,
  version: { n, time, device, hash },
  ...(deleted ? { deleted: true as const } : {}),
});

const toPage = (rows: WholeRow[], seq: number, more: boolean): Page => ({
  records: rows.map(toJson),
  seq: rows.at(-1)?.seq ?? seq,
  more,
});

/** The body is spliced in as it was stored: it is the server's own JSON, and reading it would only cost. */
function toJson({ id, kind, author, schema_version: schema, n, time, device, hash, deleted, body }: WholeRow): string {
  const version = { n, time, device, hash };
  const head = JSON.stringify({ id, kind, author, schema, version, ...(deleted ? { deleted: true } : {}) });
  return `${head.slice(0, -1)},"body":${body ?? 'null'}}`;
}
