import { normaliseUrl } from '../domain/url.ts';
import type { Slot } from '../search/asked/slot.ts';
import type { Part } from '../search/find/part.ts';
import { ENTRY } from '../search/stored/postings.ts';
import { facet } from '../search/text/beginnings.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';

/** Numbers of records by where they stand. */
interface OnPages {
  itself: number[];
  /** On the pages below it; where there is nothing at all, on those whose address begins so. */
  below: number[];
  /** There may be more. */
  isCut: boolean;
}

/** What is looked up by page, each under the place it has here; see {@link listedPart}. */
export type Listed = number[][];

/** Among what it is searched, beside what was typed. */
export interface Within {
  slots: Slot[];
  listed: Listed;
  /** So many records are asked at most what only they can tell. */
  asked: number;
}

/** More keys of a page, or of what is below one, are not read with each letter: 5 to 10 µs each. */
const MOST = 5_000;

/** The page that an address stands for, as records have it: by its scheme where it has one. A port without one may be of either. */
export function pagesOf(address: string): string[] {
  const schemes = /^\w+:\/\//.test(address)
    ? ['']
    : /^[^/?#]*:\d/.test(address)
      ? ['https://', 'http://']
      : ['https://'];
  return schemes.map((scheme) => normaliseUrl(scheme + address)).filter((page) => page !== '');
}

/** Whether a page is more than the front of its site. */
export const hasPath = (page: string): boolean => /^\w+:\/\/[^/?#]*[/?#]/.test(page);

/** What stands on some pages, by the index that the pages themselves are asked by; `isOpen`: their address may go on. */
export async function numbersOn(db: Reading, pages: string[], isOpen: boolean): Promise<OnPages> {
  const itself = await numbersIn(
    db,
    pages.map((page) => IDBKeyRange.bound([page], [page, []])),
  );
  const below = await numbersIn(db, pages.flatMap(belowOf));
  const isNone = itself.length + below.length === 0;
  const begun = pages.map((page) => IDBKeyRange.bound([page], [`${page}\uffff`]));
  const further = isNone && isOpen ? await numbersIn(db, begun) : below;
  return { itself, below: further, isCut: Math.max(itself.length, further.length) >= MOST };
}

const belowOf = (page: string): IDBKeyRange[] =>
  [...'/?#'].map((sign) => {
    const next = String.fromCharCode(sign.charCodeAt(0) + 1);
    return IDBKeyRange.bound([page + sign], [page + next], false, true);
  });

async function numbersIn(db: Reading, ranges: IDBKeyRange[]): Promise<number[]> {
  const keys = await quickRead(db, ['records'], (table) =>
    ranges.map((range) => table('records').index('[page+kind+mine+created]').getAllKeys(range, MOST)),
  );
  return (keys.flat() as number[]).filter((number) => number > 0).sort((a, b) => a - b);
}

/** Asks for what stands at a place of what was looked up. */
export const listedSlot = (at: number, isBarred = false): Slot => ({
  role: isBarred ? 'barred' : 'filter',
  matchers: [{ term: termAt(at), isBeginning: false, weight: 1 }],
  word: '',
});

/** No record has such a facet. */
const termAt = (at: number): string => facet('p', String(at));

/** What was looked up, as a part of the index: so it narrows as any filter does, and what is counted is exact. */
export function listedPart(listed: Listed): Part {
  const lists = new Map(
    listed.map((numbers, at) => [
      termAt(at),
      { count: numbers.length, entries: numbers.map((one) => one * ENTRY + 1) },
    ]),
  );
  return {
    match: async (matchers) => matchers.map(({ term }) => [lists.get(term) ?? []].flat()),
    count: async () => new Map(),
    terms: async () => [],
  };
}
