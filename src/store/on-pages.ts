import { normaliseUrl } from '../domain/url.ts';
import { linkTerm } from '../search/asked/facets.ts';
import type { Slot } from '../search/asked/slot.ts';
import { liveAmong } from '../search/find/live-in.ts';
import type { Part } from '../search/find/part.ts';
import { ENTRY } from '../search/stored/postings.ts';
import { facet } from '../search/text/beginnings.ts';
import { askIndex } from './ask-index.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';

/** Numbers of records by where they stand, or where the link leads that they carry. */
interface OnPages {
  itself: number[];
  /** On the pages below it; where there is nothing at all, on those whose address begins so. */
  below: number[];
  /** On the same page without its query, then on each page above it where there is anything, the nearest first. */
  above: number[][];
  /** There may be more of the first two. */
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
const PATIENCE_MS = 100;

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

/**
 * What stands on some pages, below and above them, by the index that the pages themselves are asked by, and what leads there, by that of words;
 * `isOpen`: their address may go on. Front pages have none above.
 */
export async function numbersOn(
  db: Reading,
  pages: string[],
  isOpen: boolean,
  patienceMs = PATIENCE_MS,
): Promise<OnPages> {
  const numbersAt = (groups: Place[][]) => numbersIn(db, groups, patienceMs);
  const levels = new Map<number, Place[]>();
  for (const [i, page] of pages.flatMap((one) => [...aboveOf(one).entries()]))
    levels.set(i, [...(levels.get(i) ?? []), { page }]);
  const below = pages.flatMap((page) => [...'/?#'].map((sign) => ({ page: page + sign, isBeginning: true })));
  const [itself = [], further = [], ...above] = await numbersAt([
    pages.map((page) => ({ page })),
    below,
    ...levels.values(),
  ]);
  const isNone = itself.length + further.length === 0;
  const begun = pages.map((page) => ({ page, isBeginning: true }));
  const [found = further] = isNone && isOpen ? await numbersAt([begun]) : [];
  return {
    itself,
    below: found,
    above: above.filter((numbers) => numbers.length > 0),
    isCut: Math.max(itself.length, found.length) >= MOST,
  };
}

/** A page, or whatever begins with it. */
interface Place {
  page: string;
  isBeginning?: boolean;
}

/** So many pages above one are looked up; who pastes a longer address has enough of it. */
const ABOVE_MOST = 12;
/** What a page has last: where a single-page application stands, a query, a step of its path. */
const LAST = /(?:#.*|\?[^#]*|\/[^/?#]*)$/;

/** The same page without its query, then those above it, the nearest first, up to the front of its site. */
function aboveOf(page: string): string[] {
  const above: string[] = [];
  for (let at = page; hasPath(at) && above.length < ABOVE_MOST; above.push(at)) at = at.replace(LAST, '');
  return above;
}

/** What stands at places or leads there, of each group of them together. */
async function numbersIn(db: Reading, groups: Place[][], patienceMs: number): Promise<number[][]> {
  const places = groups.flat();
  // A bare site is on no page.
  if (places.length === 0) return [];
  const [standing, leading] = await Promise.all([
    quickRead(db, ['records'], (table) =>
      places.map(({ page, isBeginning }): IDBRequest => {
        const range = IDBKeyRange.bound([page], isBeginning ? [`${page}\uffff`] : [page, []]);
        return table('records').index('[page+kind+mine+created]').getAllKeys(range, MOST);
      }),
    ) as Promise<number[][]>,
    leadingTo(db, places, patienceMs),
  ]);
  const found = places.map((_, i) => [...(standing[i] ?? []), ...(leading[i] ?? [])]).values();
  return groups.map((some) => {
    const numbers = new Set(some.flatMap(() => found.next().value ?? []));
    return [...numbers].filter((number) => number > 0).sort((a, b) => a - b);
  });
}

/** A link is none of the pages that a record is shown on, so its address stands among its terms alone. */
async function leadingTo(db: Reading, places: Place[], patienceMs: number): Promise<number[][]> {
  const matchers = places.map(({ page, isBeginning = false }) => ({ term: linkTerm(page), isBeginning, weight: 1 }));
  const { answer } = await askIndex(db, patienceMs, async ({ parts, isGone }) => {
    const lists = await Promise.all(parts.map((part) => part.match(matchers)));
    return matchers.map((_, i) => {
      const numbers: number[] = [];
      // Of too many the newest parts tell.
      for (const list of lists.flatMap((of) => of[i] ?? []).reverse())
        if (numbers.length < MOST) numbers.push(...liveAmong(list, isGone, MOST));
      return numbers;
    });
  });
  return answer;
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
    count: async (words) => words.map(() => 0),
    terms: async () => [],
  };
}
