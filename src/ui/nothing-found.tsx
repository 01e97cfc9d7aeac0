import './nothing-found.css';
import { plainExcerpt } from '../kit/excerpt.ts';
import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { text } from './text.ts';

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

/** That nobody wrote these words, and what was found for them only comes near. */
export const guessedInWords = (words: string[]): string => text('searchGuessed', quoted(words.join(' ')));

interface GuessedProps {
  /** Words that nobody wrote. */
  words: string[];
  onAsk: () => void;
}

/** Above what was found by words that only come near: it may be what was meant, or nobody knows it yet. */
export const Guessed = ({ words, onAsk }: GuessedProps) => (
  <div class="guessed">
    <p>{guessedInWords(words)}</p>
    <Button look="quiet" icon="question" onClick={onAsk}>
      {text('popupAskWords')}
    </Button>
  </div>
);

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
