import type { Loaded } from '../look/skim.ts';
import { type Candidate, compare } from './best.ts';
import type { SearchOptions } from './search-options.ts';

/** A candidate with its record at hand. */
export interface Looked<T> extends Candidate {
  loaded: Loaded<T>;
}

/** What was found, as far as it was looked at: the best of it, how many are whole, and how many there are in all. */
export interface LookedAt<T> {
  looked: Looked<T>[];
  whole: number;
  all: number;
  /** There may be more. */
  isCut?: true;
  /** How many there are is said about. */
  isAbout?: true;
}

/** The records of some candidates; those that are gone are left out. */
export async function readAll<T>(
  { load }: Pick<SearchOptions<T>, 'load'>,
  candidates: Candidate[],
  look?: (one: Loaded<T>) => void,
): Promise<Looked<T>[]> {
  const numbers = candidates.map(({ number }) => number);
  const records = await load(numbers, look);
  return candidates.flatMap((candidate) => {
    const loaded = records.get(candidate.number);
    return loaded ? [{ ...candidate, loaded }] : [];
  });
}

export const countWhole = (some: Candidate[]): number => some.filter(({ isWhole }) => isWhole).length;

/** What the newest gains at most: enough between equals, too little to bury a better match. */
const NEWNESS = 0.04;
const HALF_LIFE_MS = 90 * 24 * 60 * 60 * 1000;

/** Orders anew with a little in favour of what is new, counted from the newest among them. */
export function favourNew<T extends Candidate>(candidates: T[], madeAt: (one: T) => number): T[] {
  const newest = Math.max(...candidates.map(madeAt));
  return favour(candidates, (one) => NEWNESS * 0.5 ** ((newest - madeAt(one)) / HALF_LIFE_MS));
}

/** What the most helpful gain at most; half of it is gained by so many whom it helped. */
const HELPFULNESS = 0.03;
const HALF_HELPED = 2;

/** Orders anew with a little in favour of what helped others. */
export const favourHelpful = <T extends Candidate>(candidates: T[], helped: number[]): T[] =>
  favour(candidates, (_, i) => HELPFULNESS * (1 - HALF_HELPED / (HALF_HELPED + (helped[i] ?? 0))));

const favour = <T extends Candidate>(candidates: T[], gain: (one: T, i: number) => number): T[] =>
  candidates.map((one, i) => ({ ...one, score: one.score * (1 + gain(one, i)) })).sort(compare);
