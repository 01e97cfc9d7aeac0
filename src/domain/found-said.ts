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
  /** Not all that stands here could be searched yet. */
  isPartial?: true;
  /** A filter was read, or something that is to be left out. */
  isFiltered?: true;
  /** Words that nothing has, so that what one slip may have made them of was found. */
  unwritten?: string[];
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

/** That nobody wrote some words, or all of them together, and what was found only comes near; null where it does not, or nobody can tell yet. */
export function sayNear({ total, whole, unwritten, problem, isCut, isPartial }: Told): Saying | null {
  if (total === 0 || isPartial) return null;
  if (unwritten) return { key: 'searchGuessed', words: quoted(unwritten.join(' ')) };
  // What says what was to be left out has all else.
  return whole > 0 || isCut || problem?.code === 'search-left-out' ? null : { key: 'searchNearest' };
}

/** That nothing was found. `words`: what was typed without operators. */
export function sayNothing({ isCut, isFiltered }: Told, words: string): Saying {
  if (isCut) return { key: 'searchNotAll' };
  if (words === '') return { key: isFiltered ? 'searchNothingFits' : 'searchNothingAsked' };
  return { key: isFiltered ? 'searchNothingWithin' : 'popupNothingFound', words: quoted(words) };
}
