import { writeLine } from '../search/stored/fresh-line.ts';
import { FORMAT } from '../search/stored/leaf.ts';
import type { Db } from './db.ts';
import { enterReady, type Ready } from './ready.ts';
import { rowsAt } from './record-at.ts';
import { termsOfRow } from './row-terms.ts';
import { type FreshRow, isFindable, type RecordKey, type RecordRow } from './rows.ts';
import type { Stamping } from './stamping.ts';

/** What is known already about rows that are to be written. */
interface Known {
  /** What `makeReady` (ready.ts) made of them. */
  ready?: Ready | null | undefined;
  /** The rows that stand in their places, where they were read in this transaction. */
  standing?: (RecordRow | undefined)[] | undefined;
  /** Rows that there is nothing to find in: they are not looked at. */
  passedOver?: ReadonlySet<RecordRow> | undefined;
}

/** Rows with their numbers, which may be written at once, while what they are found by is. */
interface Entered {
  rows: RecordRow[];
  entering: Promise<unknown>;
}

/**
 * The rows with the numbers that they lie under from now on. What stood in their places is taken away. Inside the transaction that
 * then writes the rows, and that is `stamping`.
 */
export async function enterAll(
  db: Db,
  stamping: Stamping,
  rows: RecordRow[],
  { ready, standing, passedOver }: Known = {},
): Promise<Entered> {
  await retireRows(db, standing ?? (await rowsAt(db, rows.map(keyOf))));
  if (ready && isWorthIt(ready, rows)) {
    const isNothing = (row: RecordRow) => ready.numbers.get(row) === null;
    const from = await stamping.take(ready.count + rows.filter(isNothing).length);
    let behind = from + ready.count;
    const numbered = rows.map((row) => ({
      ...row,
      number: isNothing(row) ? -behind++ : from + (ready.numbers.get(row) ?? 0),
    }));
    return { rows: numbered, entering: Promise.all([enterReady(db, ready, rows, from), stamping.stamp()]) };
  }
  const from = await stamping.take(rows.length);
  const fresh: FreshRow[] = [];
  const numbered = rows.map((row, i) => {
    const one = passedOver?.has(row) ? null : toFresh(row);
    const number = from + i;
    if (one) fresh.push({ number, ...one });
    return { ...row, number: one ? number : -number };
  });
  const writing = fresh.length > 0 ? db.fresh.bulkAdd(fresh) : null;
  return { rows: numbered, entering: Promise.all([writing, stamping.stamp()]) };
}

const keyOf = ({ team, id }: RecordRow): RecordKey => [team, id];

/** Whether most of what was made ready is to be written. */
const isWorthIt = ({ numbers, count }: Ready, rows: RecordRow[]): boolean =>
  2 * rows.length > count && rows.every((row) => numbers.has(row));

/** The line a row is found by; null where there is nothing to find. */
export function toFresh(row: RecordRow): FreshRow | null {
  const read = termsOfRow(row);
  return read && { tongue: read.tongue, line: writeLine(read.terms, read.impacts), format: FORMAT };
}

/** Takes records away, and out of search at once; a segment that still names one's number is told so. */
export async function retire(db: Db, stamping: Stamping, keys: RecordKey[]): Promise<void> {
  await retireRows(db, await rowsAt(db, keys));
  await stamping.stamp();
}

async function retireRows(db: Db, standing: (RecordRow | undefined)[]): Promise<void> {
  const rows = standing.filter((row) => row !== undefined);
  if (rows.length === 0) return;
  const found = rows.filter(isFindable).map(numberOf);
  const [fresh] = await Promise.all([db.fresh.bulkGet(found), db.records.bulkDelete(rows.map(numberOf))]);
  await db.fresh.bulkDelete(found);
  await db.gone.bulkPut(found.filter((_, i) => !fresh[i]).map((number) => ({ number })));
}

const numberOf = ({ number = 0 }: RecordRow): number => number;
