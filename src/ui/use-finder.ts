import { useId, useState } from 'preact/hooks';
import { moveCursor } from './list-cursor.ts';

/** What a key asks to do with the row it stands on. */
export type PickBy = 'open' | 'panel' | 'copy';

export interface FinderState {
  listId: string;
  count: number;
  /** The row in question, -1 for none. */
  at: number;
  /** Whether a key chose it, so that it is scrolled to; a pointer is there already. */
  byKey: boolean;
  point: (at: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface Cursor {
  /** The list the cursor belongs to: with another one it begins again. */
  list: string;
  at: number;
  byKey: boolean;
}

/**
 * The cursor of a finder. `list` names what the rows are an answer to: as long as it stays, the cursor stays on its
 * row. While something is typed the best row is chosen at once; before, none is.
 */
export function useFinder<Item>(
  items: Item[],
  list: string,
  act: (item: Item, by: PickBy) => void,
  onEscape?: () => void,
): FinderState {
  const listId = useId();
  const [cursor, setCursor] = useState<Cursor>({ list, at: -1, byKey: false });
  const first = list === '' || items.length === 0 ? -1 : 0;
  const at = cursor.list === list ? Math.min(cursor.at, items.length - 1) : first;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const moved = event.shiftKey || event.altKey ? null : moveCursor(event.key, at, items.length);
    const by = pickBy(event);
    const item = items[at];
    if (moved !== null) setCursor({ list, at: moved, byKey: true });
    else if (by && item !== undefined) act(item, by);
    else if (event.key === 'Escape' && onEscape) onEscape();
    else return;
    event.preventDefault();
  };

  return {
    listId,
    count: items.length,
    at,
    byKey: cursor.byKey,
    onKeyDown,
    point: (pointed) => {
      if (pointed !== at) setCursor({ list, at: pointed, byKey: false });
    },
  };
}

/** Enter opens, Mod+Enter shows in the panel, Mod+C copies, unless there is text selected in the field to copy. */
function pickBy(event: KeyboardEvent): PickBy | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') return mod ? 'panel' : 'open';
  return mod && event.key.toLowerCase() === 'c' && !hasSelection(event.target) ? 'copy' : null;
}

const hasSelection = (field: EventTarget | null): boolean =>
  field instanceof HTMLInputElement && field.selectionStart !== field.selectionEnd;
