import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../ui/announcer.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { text } from '../../ui/text.ts';
import type { Undoable } from './desk.ts';
import { UNDO_MS } from './use-desk.ts';

interface UndoBarProps {
  undoable: Undoable | null;
  forget: () => void;
}

/** What was done last can be undone until its time has passed. */
export function UndoBar({ undoable, forget }: UndoBarProps) {
  const button = useRef<HTMLButtonElement>(null);
  const last = useRef<Undoable | null>(null);
  useEffect(() => {
    const isOver = last.current !== null && undoable === null;
    last.current = undoable;
    // What goes with its focus leaves a keyboard in what it stood below.
    if (isOver && document.activeElement === document.body)
      document.querySelector('main')?.focus({ preventScroll: true });
    if (!undoable) return;
    // What had the focus is gone with the card; the way back is next.
    button.current?.focus();
    const timer = setTimeout(forget, UNDO_MS);
    return () => clearTimeout(timer);
  }, [undoable]);
  if (!undoable) return null;
  const undo = async () => {
    const result = await undoable.undo();
    announce(result.ok ? text('panelRestored') : failureText(result.failure));
    forget();
  };
  return (
    <section class="undo" aria-label={undoable.said}>
      <p>{undoable.said}</p>
      <Button buttonRef={button} onClick={() => void undo()}>
        {text('uiUndo')}
      </Button>
      <IconButton icon="close" label={text('uiClose')} onClick={forget} />
    </section>
  );
}
