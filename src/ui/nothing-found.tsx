import './nothing-found.css';
import { plainExcerpt } from '../kit/excerpt.ts';
import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { text } from './text.ts';
import type { Finding } from './use-searching.ts';

interface NothingFoundProps {
  typed: string;
  /** The same without operators. */
  words: string;
  /** Not all could be looked at. */
  isCut?: true | undefined;
  /** What was said of it already. */
  problem?: Failure | undefined;
  onAsk: () => void;
}

/** More of what was typed says nothing more; who pasted a page is to see the button below it. */
const SHOWN_LENGTH = 120;

/** The sentence around it stays as it is. */
const quoted = (typed: string): string => plainExcerpt(withoutTurns(typed), SHOWN_LENGTH);

/** A word and a colon, as filters have it. */
const FILTER = /\p{L}:/u;

const withoutSpace = (words: string): string => words.replace(/\s/g, '');

/** That nobody wrote some words, or all of them together, and what was found only comes near; '' where it does not, or nobody can tell yet. */
export function nearestInWords({ total, whole, unwritten, problem, isCut, isPartial }: Finding<unknown>): string {
  if (total === 0 || problem || isPartial) return '';
  if (unwritten) return text('searchGuessed', quoted(unwritten.join(' ')));
  return whole > 0 || isCut ? '' : text('searchNearest');
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

/** Nobody knows it yet: that makes a question. Filters alone make none, and signs alone ask for nothing. */
export function NothingFound({ typed, words, isCut, problem, onAsk }: NothingFoundProps) {
  // What could not be searched may be known here, and of filters alone it was said what is the matter.
  if (problem && (words === '' || problem.code === 'not-searched')) return null;
  const notAll = isCut && text('searchNotAll');
  if (words === '')
    return <Empty>{notAll || text(FILTER.test(typed) ? 'searchNothingFits' : 'searchNothingAsked')}</Empty>;
  const action = (
    <Button icon="question" onClick={onAsk}>
      {text('popupAskWords')}
    </Button>
  );
  const isAll = withoutSpace(words) === withoutSpace(typed);
  return (
    <Empty action={action}>{notAll || text(isAll ? 'popupNothingFound' : 'searchNothingWithin', quoted(words))}</Empty>
  );
}
