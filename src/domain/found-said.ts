import { plainExcerpt } from '../kit/excerpt.ts';
import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';

/** What a search gave, as far as it is to be said. */
export interface Told {
  /** How many there are in all, and how many of these have everything that was asked for. */
  total: number;
  whole: number;
  /** There may be more: not all could be looked at. */
  isCut?: true;
  /** The index is being made anew, and not all that stands here could be searched yet: older records may be missing. */
  isPartial?: true;
  /** A filter was read, or something that is to be left out. */
  isFiltered?: true;
  /** Words that nothing has: what one slip may have made them of was searched for, so that what was found is a guess. */
  unwritten?: string[];
  /** An operator that was typed wrongly; the rest was searched for. */
  problem?: Failure;
}

/** A sentence by its key, and what was typed, as it is quoted there. */
export type Saying =
  | { key: 'searchGuessed' | 'popupNothingFound' | 'searchNothingWithin'; words: string }
  | { key: 'searchNearest' | 'searchNotAll' | 'searchNothingFits' | 'searchNothingAsked'; words?: undefined };

/** More of what was typed says nothing more; who pasted a page is to see the button below it. */
const SHOWN_LENGTH = 120;

/** The sentence around it stays as it is. */
const quoted = (typed: string): string => plainExcerpt(withoutTurns(typed), SHOWN_LENGTH);

/** That nobody wrote some words, or all of them together, and what was found only comes near; null where it does not. */
function sayNear({ whole, unwritten, problem, isCut }: Told): Saying | null {
  if (unwritten) return { key: 'searchGuessed', words: quoted(unwritten.join(' ')) };
  // What says what was to be left out has all else.
  return whole > 0 || isCut || problem?.code === 'search-left-out' ? null : { key: 'searchNearest' };
}

/** That there is nothing; null where what was typed wrongly says it: what could not be searched may be known here. */
function sayNothing({ problem, isCut, isFiltered }: Told, words: string): Saying | null {
  if (isUnmet(problem) || (problem && (words === '' || problem.code === 'not-searched'))) return null;
  if (isCut) return { key: 'searchNotAll' };
  if (words === '') return { key: isFiltered ? 'searchNothingFits' : 'searchNothingAsked' };
  return { key: isFiltered ? 'searchNothingWithin' : 'popupNothingFound', words: quoted(words) };
}

/** Whether it is that nothing fits a filter: then only that is said. */
export const isUnmet = (problem?: Failure): boolean => problem?.code === 'search-unmet';

/**
 * That nothing has what was looked for, or only comes near; null where something has it, and as long as nobody can tell. `words`: what was
 * typed without operators.
 */
export const sayFound = (found: Told, words: string): Saying | null =>
  found.isPartial ? null : found.total > 0 ? sayNear(found) : sayNothing(found, words);

/** Whether somebody can be asked: what nobody knows yet makes a question; filters alone make none, and signs alone ask for nothing. */
export const canAsk = (found: Told, words: string): boolean =>
  words !== '' && (sayFound(found, words) !== null || isUnmet(found.problem));
