import './found-said.css';
import { canAsk, isUnmet, sayFound } from '../domain/found-said.ts';
import { backToField } from './back-to-field.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { failureText } from './failure.ts';
import { text } from './text.ts';
import type { Answer } from './use-searching.ts';

/**
 * All that is said about what was found but how much it is, and what can be done: of a filter that nothing fits only that is said, and it can
 * be left out. `words`: what was typed without operators.
 */
export function foundSaid(found: Answer<unknown>, words: string) {
  const { problem, completions, isPartial } = found;
  const unmet = isUnmet(problem);
  const said = sayFound(found, words);
  const sentences = [
    // What is being typed is not wrong as long as it can be finished.
    problem && (unmet || completions.length === 0) ? failureText(problem) : '',
    isPartial ? text('searchPartial') : '',
    said ? text(said.key, said.words ?? '') : '',
  ];
  return {
    sentences: sentences.filter((sentence) => sentence !== ''),
    unmet,
    canAsk: canAsk(found, words),
  };
}

interface FoundSaidProps {
  typed: string;
  /** The same without operators. */
  words: string;
  found: Answer<unknown>;
  onAsk: () => void;
  onSearch: (typed: string) => void;
}

/**
 * The one place for what is said about a list: what was typed wrongly, that older records cannot be found yet, that nothing has it or what
 * was found only comes near, and the ways on from there. It stands below the rows, in view, so that it moves none of them; where there are
 * none, in their place.
 */
export function FoundSaid({ typed, words, found, onAsk, onSearch }: FoundSaidProps) {
  const { rest = typed } = found;
  const { sentences, unmet, canAsk } = foundSaid(found, words);
  if (sentences.length === 0) return null;
  const said = sentences.join(' ');
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
      {canAsk && (
        <Button icon="question" onClick={onAsk}>
          {text('popupAskWords')}
        </Button>
      )}
    </>
  );
  if (found.hits.length === 0) return <Empty action={ways}>{said}</Empty>;
  return (
    <div class="found-said">
      <p>{said}</p>
      {ways}
    </div>
  );
}
