import type { Table, Transaction } from 'dexie';
import { lastIn, REBUILD, STAMP, stampAfter } from './index-stamp.ts';
import type { RecordRow } from './rows.ts';

/** So many rows are read at a time. */
const CHUNK = 500;

/**
 * Moves records that lay under `[team+id]` to where they lie under numbers. What search knows keeps its number, as long as no other has
 * it; what it does not gets one below 0, and the stamp counts these too. All or nothing of it stands.
 */
export async function giveNumbers(old: Transaction): Promise<void> {
  const meta = old.table('meta');
  let last = await highestEver(old);
  const given = new Set<number>();
  let isTwice = false;
  const numberOf = ({ number }: RecordRow): number => {
    if (number === undefined) return -++last;
    const isOther = given.has(number);
    given.add(number);
    isTwice ||= isOther;
    return isOther ? ++last : number;
  };
  await copy(old.table('records'), old.table('moving'), numberOf);
  await meta.put({ key: STAMP, value: stampAfter(last) });
  // One that is under way goes by numbers from before.
  const isAsked = isTwice || (await meta.get(REBUILD)) !== undefined;
  if (isAsked) await meta.put({ key: REBUILD, value: { upTo: last } });
}

/** What was moved takes the place of the table that Dexie has just made. */
export function rename({ idbtrans }: Transaction): void {
  idbtrans.db.deleteObjectStore('records');
  idbtrans.objectStore('moving').name = 'records';
}

/** At least as high as any number that was given, also to what is no more. */
async function highestEver(old: Transaction): Promise<number> {
  const [meta, fresh, gone, segments, records] = ['meta', 'fresh', 'gone', 'segments', 'records'].map((name) =>
    old.table(name),
  ) as [Table, Table, Table, Table<{ to: number }>, Table<RecordRow>];
  const next: number = await fresh.add({ tongue: 'und', line: '' });
  await fresh.delete(next);
  const highest = await records.orderBy('number').last();
  const [removed = 0] = (await gone.orderBy('number').reverse().limit(1).primaryKeys()) as number[];
  const ends = (await segments.toArray()).map(({ to }) => to);
  const told = lastIn((await meta.get(STAMP))?.value) ?? next;
  return Math.max(told, highest?.number ?? 0, removed, ...ends);
}

async function copy(from: Table<RecordRow>, to: Table<RecordRow>, numberOf: (row: RecordRow) => number): Promise<void> {
  for (let after: [string, string] | undefined; ; ) {
    const rest = after ? from.where(':id').above(after) : from.toCollection();
    const rows = await rest.limit(CHUNK).toArray();
    const last = rows.at(-1);
    if (!last) return;
    await to.bulkPut(rows.map((row) => ({ ...row, number: numberOf(row) })));
    after = [last.team, last.id];
  }
}
