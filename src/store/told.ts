import type { Db } from './db.ts';
import { readMany, type Shown, showAll } from './read.ts';
import type { RecordKey } from './rows.ts';

/** One's own lessons and questions of which colleagues say that their page has changed since, told last first. */
export async function toldOutdated(db: Db): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  const signals = showAll(await db.records.where('told').equals(1).toArray()).filter((one) => one.kind === 'signal');
  const told = signals.filter(({ isMine }) => !isMine).sort((a, b) => b.created - a.created);
  const saidOf = new Set(told.map(({ body }) => `${body.about} ${body.of ?? 0}`));
  const keys = new Map(told.map(({ team, body }): [string, RecordKey] => [body.about, [team, body.about]]));
  const records = await readMany(db, [...keys.values()]);
  const isTold = (record: Shown): record is Shown<'lesson'> | Shown<'question'> =>
    (record.kind === 'lesson' || record.kind === 'question') &&
    record.isMine &&
    saidOf.has(`${record.id} ${record.version.n}`);
  return records.filter(isTold);
}
