import { loadStemmers } from '../search/text/language.ts';
import type { Db } from './db.ts';
import { lastIn, STAMP, stampAfter } from './index-stamp.ts';
import { askIn } from './quick-read.ts';
import { beginQuickWrite } from './quick-write.ts';
import { BY_KEY, type FreshRow, type Me, type MetaRow, PRIVATE, type RecordRow } from './rows.ts';
import { toFresh } from './search-index.ts';

/**
 * Keeps a new record to oneself past Dexie, as `commit` (commit.ts) does for a row that stands in the place of none: the record, its
 * line for search and the stamp, in one transaction of two turns. Null, and nothing written, where anything is not as it nearly
 * always is: something stands under its id, there is nothing to find in it, the first of all is kept.
 */
export async function keepQuickly(db: Db, id: string, toRow: (me: Me) => RecordRow): Promise<RecordRow | null> {
  await loadStemmers();
  const { transaction, write, finish } = await beginQuickWrite(db, ['records', 'fresh', 'teams', 'meta']);
  const [stamp, me, standing, teams] = (await askIn(
    transaction,
    (table) =>
      [
        table('meta').get(STAMP),
        table('meta').get('me'),
        table('records').index(BY_KEY).getKey([PRIVATE, id]),
        table('teams').getAllKeys(),
      ] as IDBRequest<unknown>[],
  )) as [MetaRow | undefined, MetaRow | undefined, IDBValidKey | undefined, string[]];
  const shared =
    teams.length === 0
      ? []
      : await askIn(transaction, (table) => teams.map((team) => table('records').index(BY_KEY).getKey([team, id])));
  const last = lastIn(stamp?.value);
  const isNew = [standing, ...shared].every((key) => key === undefined);
  if (!isNew || last === null || !me) return null;
  const row = toRow(me.value as Me);
  const found = toFresh(row);
  if (!found) return null;
  const number = last + 1;
  const numbered: RecordRow = { ...row, number };
  await finish(() => {
    write('add', 'fresh', { number, ...found } satisfies FreshRow);
    write('put', 'meta', { key: STAMP, value: stampAfter(number) } satisfies MetaRow);
    write('add', 'records', numbered);
  });
  return numbered;
}
