import { kinds } from '../domain/kinds/index.ts';
import { readyDatabase, toPromise } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { Span } from './spans.ts';

/** What was read of a kind's numbers: the latest so many, or all there are. */
interface Known {
  count: number;
  reading: Promise<number[]>;
}

/**
 * As the index stands, which with every change stands otherwise: from letter to letter the same numbers are asked for. Of other days than the
 * last nothing is kept: a panel may stay open for weeks in which nothing changes.
 */
const known = new WeakMap<object, { sort: string; byKind: Map<string, Known> }>();

const sortOf = (spans: Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join();

/**
 * The numbers of records of a kind from the latest on, as many as `count`, by the keys of an index alone: 5 to 10 µs each, where to
 * read a record takes 100. Fewer are all there are. `stands` is another object whenever records are others.
 */
export async function latestOf(
  db: Reading,
  stands: object,
  kind: string,
  spans: Span[],
  count: number,
): Promise<number[]> {
  const sort = sortOf(spans);
  const last = known.get(stands);
  const byKind = last?.sort === sort ? last.byKind : new Map<string, Known>();
  known.set(stands, { sort, byKind });
  const before = byKind.get(kind);
  if (before) {
    const numbers = await before.reading;
    if (numbers.length >= count || numbers.length < before.count) return numbers;
  }
  const reading = read(db, kind, spans, count);
  byKind.set(kind, { count, reading });
  reading.catch(() => byKind.delete(kind));
  return reading;
}

async function read(db: Reading, kind: string, spans: Span[], count: number): Promise<number[]> {
  let numbers: number[] = [];
  for (const { from, to } of spans) {
    const range = IDBKeyRange.bound([kind, from], [kind, to], false, true);
    const left = count - numbers.length;
    // More than a hundred thousand are too many to be handed to one call.
    if (left > 0) numbers = numbers.concat(await keysFromEnd(db, range, left));
  }
  return numbers;
}

/** What TypeScript does not know of an index yet. */
interface Backwards extends IDBIndex {
  getAllRecords?: unknown;
  getAllKeys(query?: IDBValidKey | IDBKeyRange | FromEnd | null, count?: number): IDBRequest<IDBValidKey[]>;
}

interface FromEnd {
  query: IDBKeyRange;
  count: number;
  direction: 'prev';
}

/** In one request where the browser can (Chromium from 141 on): what reads records backwards reads keys backwards, too. */
async function keysFromEnd(db: Reading, query: IDBKeyRange, count: number): Promise<number[]> {
  const table = (await readyDatabase(db)).transaction('records').objectStore('records');
  const index: Backwards = table.index('[kind+created]');
  if (index.getAllRecords) return toPromise(index.getAllKeys({ query, count, direction: 'prev' })) as Promise<number[]>;
  const keys: number[] = [];
  const request = index.openKeyCursor(query, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      if (request.result) keys.push(request.result.primaryKey as number);
      if (request.result && keys.length < count) request.result.continue();
      else resolve(keys);
    };
  });
}

/** More keys are not read beside words: a second and more. */
const MOST = 200_000;

type Test = (number: number) => boolean;

/** The days that were asked for last, which with the next letter are the same. */
const within = new WeakMap<object, { sort: string; reading: Promise<Test | null> }>();

/** Which records were made in some time, by their numbers; null where too many were. */
export function numbersWithin(db: Reading, stands: object, spans: Span[]): Promise<Test | null> {
  const sort = sortOf(spans);
  const before = within.get(stands);
  if (before?.sort === sort) return before.reading;
  const reading = readWithin(db, stands, spans);
  within.set(stands, { sort, reading });
  reading.catch(() => within.delete(stands));
  return reading;
}

async function readWithin(db: Reading, stands: object, spans: Span[]): Promise<Test | null> {
  const all = await Promise.all(Object.keys(kinds).map((kind) => latestOf(db, stands, kind, spans, MOST)));
  if (all.some((numbers) => numbers.length >= MOST)) return null;
  const numbers = all.flat();
  const here = new Uint8Array(numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1);
  for (const number of numbers) here[number] = 1;
  return (number) => here[number] === 1;
}
