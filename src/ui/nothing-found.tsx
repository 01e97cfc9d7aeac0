import './nothing-found.css';
import { plainExcerpt } from '../kit/excerpt.ts';
import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';
import { backToField } from './back-to-field.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { failureText } from './failure.ts';
import { text } from './text.ts';
import type { Finding } from './use-searching.ts';

interface NothingFoundProps {
  typed: string;
  /** The same without operators. */
  words: string;
  found: Pick<Finding<unknown>, 'isCut' | 'problem' | 'rest'>;
  onAsk: () => void;
  onSearch: (typed: string) => void;
}

/** More of what was typed says nothing more; who pasted a page is to see the button below it. */
const SHOWN_LENGTH = 120;

/** The sentence around it stays as it is. */
const quoted = (typed: string): string => plainExcerpt(withoutTurns(typed), SHOWN_LENGTH);

/** A word and a colon, as filters have it. */
const FILTER = /\p{L}:/u;

const withoutSpace = (words: string): string => words.replace(/\s/g, '');

/** Whether it is that nothing fits a filter. */
export const isUnmet = (problem?: Failure): boolean => problem?.code === 'search-unmet';

/** That nobody wrote some words, or all of them together, and what was found only comes near; '' where it does not, or nobody can tell yet. */
export function nearestInWords({ total, whole, unwritten, problem, isCut, isPartial }: Finding<unknown>): string {
  if (total === 0 || isPartial) return '';
  if (unwritten) return text('searchGuessed', quoted(unwritten.join(' ')));
  // What says what was to be left out has all else.
  return whole > 0 || isCut || problem?.code === 'search-left-out' ? '' : text('searchNearest');
}

interface NearestProps {
  found: Finding<unknown>;
  onAsk: () => void;
}

/** Above what only comes near: it may be what was meant, or nobody knows it yet. */
export function Nearest({ found, onAsk }: NearestProps) {
  const sentence = nearestInWords(found);
  return sentence === '' ? null : (
    <div class="nearest">
      <p>{sentence}</p>
      <Button look="quiet" icon="question" onClick={onAsk}>
        {text('popupAskWords')}
      </Button>
    </div>
  );
}

/**
 * Nobody knows it yet: that makes a question. Filters alone make none, and signs alone ask for nothing. Of a filter that nothing fits only that
 * is said: what there is without it is a click away.
 */
export function NothingFound({ typed, words, found, onAsk, onSearch }: NothingFoundProps) {
  const { isCut, problem, rest = typed } = found;
  const unmet = isUnmet(problem);
  // What could not be searched may be known here, and of what was typed wrongly alone it was said what is the matter.
  if (problem && !unmet && (words === '' || problem.code === 'not-searched')) return null;
  const isAll = withoutSpace(words) === withoutSpace(rest);
  const said =
    words === ''
      ? text(FILTER.test(typed) ? 'searchNothingFits' : 'searchNothingAsked')
      : text(isAll ? 'popupNothingFound' : 'searchNothingWithin', quoted(words));
  const leave = () => {
    onSearch(rest);
    backToField();
  };
  const ways = (
    <>
      {unmet && rest && (
        <Button icon="search" onClick={leave}>
          {text('searchWithout')}
        </Button>
      )}
      {words && (
        <Button icon="question" onClick={onAsk}>
          {text('popupAskWords')}
        </Button>
      )}
    </>
  );
  return <Empty action={ways}>{problem && unmet ? failureText(problem) : isCut ? text('searchNotAll') : said}</Empty>;
}
