import { plainExcerpt } from '../kit/excerpt.ts';
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
  onAsk: () => void;
}

/** More of what was typed says nothing more; who pasted a page is to see the button below it. */
const SHOWN_LENGTH = 120;

/** The sentence around it stays as it is. */
const quoted = (typed: string): string => plainExcerpt(withoutTurns(typed), SHOWN_LENGTH);

/** A word and a colon, as filters have it. */
const FILTER = /\p{L}:/u;

const withoutSpace = (words: string): string => words.replace(/\s/g, '');

/** Nobody knows it yet: that makes a question. Filters alone make none, and signs alone ask for nothing. */
export function NothingFound({ typed, words, isCut, onAsk }: NothingFoundProps) {
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
