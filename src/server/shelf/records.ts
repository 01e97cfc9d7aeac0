import { countIn, countOut, readTally, writeTally } from '../../domain/tally.ts';
import type { Verdict } from '../../wire/sync.ts';
import { judge, type Standing } from './judge.ts';
import { findBarred } from './senders.ts';
import type { Barred, Parcel, Sent, Shelf } from './shelf.ts';
import type { Database, Row, Sql, Value } from './sql.ts';

/** What a team's records share; whoever holds this row is alone in the team. */
export const COUNTER = 'seq, floor, tally';
export interface Counter extends Row {
  seq: number;
  floor: number;
  tally: string;
}

export const COLUMNS = 'team id seq author kind schema_version n time device hash deleted body'.split(' ');
export const STANDING = 'id, author, n, time, device, hash, deleted';

export interface StandingRow extends Row {
  id: string;
  author: string;
  n: number;
  time: number;
  device: string;
  hash: string;
  deleted: number;
}

/** The part of a shelf that keeps records, over SQL. */
export const recordsOver = (database: Database): Pick<Shelf, 'push' | 'fates'> => ({
  push: (team, parcels) => database.write((sql) => keep(sql, database.forUpdate, team, parcels)),

  async fates(team, ids) {
    const standing = await database.among<StandingRow>('records', STANDING, team, 'id', ids);
    const graves = await database.among<Row & { id: string }>('graves', 'id', team, 'id', ids);
    const dead = new Set([...standing.filter(({ deleted }) => deleted), ...graves].map(({ id }) => id));
    const known = new Set(standing.map(({ id }) => id));
    return {
      gone: ids.filter((id) => dead.has(id)),
      unknown: ids.filter((id) => !dead.has(id) && !known.has(id)),
    };
  },
});

/**
 * The team's counter row is held first: whoever has it is alone in the team until the commit, so records become visible
 * in the order of their seq and a reader that asks for what comes after never skips one.
 */
export async function keep(
  sql: Sql,
  forUpdate: string,
  team: string,
  parcels: Parcel[],
): Promise<(Verdict[] | Barred)[]> {
  const [counter] = await sql.all<Counter>(`select ${COUNTER} from teams where id = ?${forUpdate}`, [team]);
  if (!counter) throw new Error('a push to a team that does not exist');
  const barred = await findBarred(sql, team, parcels);
  const ids = [...new Set(parcels.flatMap(({ records }) => records.map(({ id }) => id)))];
  const rows = await sql.among<StandingRow>('records', STANDING, team, 'id', ids);
  const graves = counter.floor > 0 ? await sql.among<Row & { id: string }>('graves', 'id', team, 'id', ids) : [];
  const dead = new Set(graves.map(({ id }) => id));
  const tally = readTally(counter.tally);
  const standingById = new Map<string, Standing>(rows.map((row) => [row.id, toStanding(row)]));
  const newsById = new Map<string, Sent>();
  const judgeOne =
    (author: string) =>
    (sent: Sent): Verdict => {
      const standing = standingById.get(sent.id);
      const { verdict, isNews } = judge(dead.has(sent.id) ? 'dead' : standing, sent, author);
      if (isNews) {
        if (tally && standing) countOut(tally, { ...standing, id: sent.id });
        if (tally) countIn(tally, sent);
        standingById.set(sent.id, { ...sent, author });
        newsById.delete(sent.id);
        newsById.set(sent.id, { ...sent, author });
      }
      return verdict;
    };
  const verdicts = parcels.map(
    ({ author, device, records }) => (device !== null && barred.get(device)) || records.map(judgeOne(author)),
  );
  const news = [...newsById.values()];
  if (news.length === 0) return verdicts;
  const places = news.map((record, i) => toRow(team, counter.seq + 1 + i, record));
  const stood = new Set(rows.map(({ id }) => id));
  const [changed, added] = halve(places, (_, i) => stood.has(news[i]?.id ?? ''));
  if (added.length > 0) await sql.insert('records', ['team', 'id'], COLUMNS, added);
  if (changed.length > 0) await sql.upsert('records', ['team', 'id'], COLUMNS, changed);
  const seq = counter.seq + news.length;
  await sql.run('update teams set seq = ?, tally = ? where id = ?', [seq, tally ? writeTally(tally) : '', team]);
  return verdicts;
}

/** Those of which it is so, and the others. */
function halve<T>(all: T[], isSo: (one: T, i: number) => boolean): [T[], T[]] {
  const [those, others]: [T[], T[]] = [[], []];
  for (const [i, one] of all.entries()) (isSo(one, i) ? those : others).push(one);
  return [those, others];
}

/** A record as {@link COLUMNS} name it. */
export const toRow = (team: string, seq: number, sent: Sent): Value[] => {
  const { id, author, kind, schema, version, deleted, text } = sent;
  const { n, time, device, hash } = version;
  return [team, id, seq, author, kind, schema, n, time, device, hash, deleted ? 1 : 0, text];
};

export const toStanding = ({ author, n, time, device, hash, deleted }: StandingRow): Standing => ({
  author,
  version: { n, time, device, hash },
  ...(deleted ? { deleted: true as const } : {}),
});
