import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { restore } from '../../store/remove.ts';
import type { RecordKey } from '../../store/rows.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { text } from '../../ui/text.ts';
import { useStore } from './desk.ts';
import { UNDO_MS } from './use-desk.ts';

interface UndoBarProps {
  removed: RecordKey[];
  forget: () => void;
}

/** What was removed last can be had back until its time has passed. */
export function UndoBar({ removed, forget }: UndoBarProps) {
  const store = useStore();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (removed.length === 0) return;
    // What had the focus is gone with the card; the way back is next.
    button.current?.focus();
    const timer = setTimeout(forget, UNDO_MS);
    return () => clearTimeout(timer);
  }, [removed]);
  if (removed.length === 0) return null;
  const undo = async () => {
    const result = await restore(store, removed);
    announce(result.ok ? text('panelRestored') : failureText(result.failure));
    forget();
    await ask('refresh', {});
  };
  return (
    <section class="undo" aria-label={text('panelRemoved')}>
      <p>{text('panelRemoved')}</p>
      <Button buttonRef={button} onClick={() => void undo()}>
        {text('uiUndo')}
      </Button>
      <IconButton icon="close" label={text('uiClose')} onClick={forget} />
    </section>
  );
}
