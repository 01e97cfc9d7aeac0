import { writeLine } from '../search/fresh-line.ts';
import type { Db } from './db.ts';
import { enterReady, type Ready } from './ready.ts';
import { termsOfRow } from './row-terms.ts';
import type { FreshRow, RecordKey, RecordRow } from './rows.ts';
import type { Stamping } from './stamping.ts';

/** What is known already about rows that are to be written. */
export interface Known {
  /** What {@link makeReady} made of them. */
  ready?: Ready | null | undefined;
  /** The rows that stand in their places, where they were read in this transaction. */
  standing?: (RecordRow | undefined)[] | undefined;
  /** Rows that there is nothing to find in: they are not looked at. */
  passedOver?: ReadonlySet<RecordRow> | undefined;
}

/** Rows with their numbers, which may be written at once, while what they are found by is. */
export interface Entered {
  rows: RecordRow[];
  entering: Promise<unknown>;
}

/**
 * The rows with the numbers that search knows them by from now on; none where there is nothing to show. What was known
 * of them before is retired. Inside the transaction that then writes the rows, and that is `stamping`.
 */
export async function enterAll(
  db: Db,
  stamping: Stamping,
  rows: RecordRow[],
  { ready, standing, passedOver }: Known = {},
): Promise<Entered> {
  const keys = rows.map(({ team, id }): RecordKey => [team, id]);
  await retireRows(db, standing ?? (await db.records.bulkGet(keys)));
  if (ready && isWorthIt(ready, rows)) {
    const from = await stamping.take(ready.count);
    const numbered = rows.map(({ number: _, ...row }, i) => {
      const number = ready.numbers.get(rows[i] as RecordRow) ?? null;
      return number === null ? row : { ...row, number: from + number };
    });
    return { rows: numbered, entering: Promise.all([enterReady(db, ready, rows, from), stamping.stamp()]) };
  }
  const found = rows.map((row) => (passedOver?.has(row) ? null : toFresh(row)));
  let next = await stamping.take(found.filter((one) => one !== null).length);
  const fresh: FreshRow[] = [];
  const numbered = rows.map(({ number: _, ...row }, i) => {
    const one = found[i];
    if (!one) return row;
    fresh.push({ number: next, ...one });
    return { ...row, number: next++ };
  });
  const writing = fresh.length > 0 ? db.fresh.bulkAdd(fresh) : null;
  return { rows: numbered, entering: Promise.all([writing, stamping.stamp()]) };
}

/** Whether most of what was made ready is to be written. */
const isWorthIt = ({ numbers, count }: Ready, rows: RecordRow[]): boolean =>
  2 * rows.length > count && rows.every((row) => numbers.has(row));

/** The line a row is found by; null where there is nothing to find. */
export function toFresh(row: RecordRow): FreshRow | null {
  const read = termsOfRow(row);
  return read && { tongue: read.tongue, line: writeLine(read.terms, read.impacts) };
}

/** Takes records out of search at once; a segment that still names one's number is told so. */
export async function retire(db: Db, stamping: Stamping, keys: RecordKey[]): Promise<void> {
  await retireRows(db, await db.records.bulkGet(keys));
  await stamping.stamp();
}

async function retireRows(db: Db, standing: (RecordRow | undefined)[]): Promise<void> {
  const numbers = standing.flatMap((row) => (row?.number === undefined ? [] : [row.number]));
  if (numbers.length === 0) return;
  const fresh = (await db.fresh.bulkGet(numbers)).map((row) => row !== undefined);
  await db.fresh.bulkDelete(numbers);
  await db.gone.bulkPut(numbers.filter((_, i) => !fresh[i]).map((number) => ({ number })));
}
