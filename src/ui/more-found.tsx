import { backToField } from './back-to-field.ts';
import { Button } from './button.tsx';
import { Completions } from './completions.tsx';
import './more-found.css';
import { text } from './text.ts';
import type { Finding, Searching } from './use-searching.ts';

/** That not all can be shown; '' where they can. */
export function mostInWords({ hits, total, isAbout, isCut }: Finding<unknown>, isMost: boolean): string {
  const sentence = isCut ? 'foundMostCut' : isAbout ? 'foundMostAbout' : 'foundMost';
  return isMost ? text(sentence, hits.length, total) : '';
}

interface MoreFoundProps {
  search: Pick<Searching<unknown>, 'found' | 'more' | 'isMost'>;
  /** Brings the cursor to the first of those that come. */
  onMore: () => void;
  /** The same search with an operator begun behind it. */
  narrowings: string[];
  onNarrow: (query: string) => void;
}

/** Below the rows: the way to further ones, or that there are more than can be shown, and the ways to fewer. Nothing where these are all. */
export function MoreFound({ search, onMore, narrowings, onNarrow }: MoreFoundProps) {
  const { found, more, isMost } = search;
  if (!found || !(more || isMost)) return null;
  const show = (): void => {
    more?.();
    onMore();
    backToField();
  };
  return (
    <>
      {isMost && <p class="most-found">{mostInWords(found, isMost)}</p>}
      <Button look="quiet" onClick={isMost ? backToField : show}>
        {text(isMost ? 'foundNarrow' : 'foundMore')}
      </Button>
      {/* What is typed is being finished above. */}
      {found.completions.length === 0 && (
        <Completions texts={narrowings} label={text('searchNarrow')} onPick={onNarrow} />
      )}
    </>
  );
}
