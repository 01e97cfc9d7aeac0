import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { onKeepHere } from '../../../browser/own-page.ts';
import type { Failure } from '../../../kit/result.ts';
import type { Store } from '../../../store/db.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { Keyed } from '../keyed.tsx';
import { FindAgain } from './find-again.tsx';
import { keepPassage, passageIn, undoKeep } from './keep-passage.ts';
import { useKeptHere } from './use-kept-here.ts';
import { usePainted } from './use-painted.ts';

/** A first lesson, really kept: by the key or the button, found again, marked, and taken back if one likes. */
export function TryIt({ store, shortcut }: { store: Store; shortcut: string }) {
  const passage = useRef<HTMLParagraphElement>(null);
  const lessons = useKeptHere(store);
  const [failure, setFailure] = useState<Failure | null>(null);
  usePainted(passage, lessons);
  const keep = useCallback(async () => {
    if (!passage.current) return;
    const kept = await keepPassage(store, passage.current, passageIn(passage.current));
    setFailure(kept.ok ? null : kept.failure);
  }, [store]);
  useEffect(() => onKeepHere(() => void keep()), [keep]);
  const [last] = lessons;
  const undo = async (id: string) => {
    await undoKeep(store, id);
    announce(text('welcomeUndone'));
  };
  return (
    <section class="try" aria-labelledby="try-heading">
      <h2 id="try-heading">{text('welcomeTry')}</h2>
      <p>{shortcut ? <Keyed message="welcomeTryHow" shortcut={shortcut} /> : text('welcomeTryHowButton')}</p>
      <figure class="sheet">
        <p ref={passage}>{text('welcomeSample')}</p>
        <figcaption>{text('welcomeSampleSource')}</figcaption>
      </figure>
      <Buttons>
        <Button look={last ? 'plain' : 'primary'} icon="keep" onClick={() => void keep()}>
          {text('popupKeep')}
        </Button>
      </Buttons>
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {last && (
        <Notice tone="good">
          <p>{text('welcomeKept')}</p>
          <Buttons>
            <Button onClick={() => void undo(last.id)}>{text('uiUndo')}</Button>
          </Buttons>
          <FindAgain store={store} />
        </Notice>
      )}
    </section>
  );
}
