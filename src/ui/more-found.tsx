import { backToField } from './back-to-field.ts';
import { Button } from './button.tsx';
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
}

/** Below the rows: the way to further ones, or that there are more than can be shown. Nothing where these are all. */
export function MoreFound({ search: { found, more, isMost }, onMore }: MoreFoundProps) {
  if (found && isMost)
    return (
      <>
        <p class="most-found">{mostInWords(found, isMost)}</p>
        <Button look="quiet" onClick={backToField}>
          {text('foundNarrow')}
        </Button>
      </>
    );
  const show = (): void => {
    more?.();
    onMore();
    backToField();
  };
  return (
    more && (
      <Button look="quiet" onClick={show}>
        {text('foundMore')}
      </Button>
    )
  );
}
