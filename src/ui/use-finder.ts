import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { moveCursor } from './list-cursor.ts';

/** What a key asks to do with the row it stands on. */
export type PickBy = 'open' | 'panel' | 'copy';

export interface FinderState {
  listId: string;
  /** What the rows are an answer to. */
  list: string;
  count: number;
  /** The row in question, -1 for none. */
  at: number;
  /** Whether a key chose it, so that it is scrolled to; a pointer is there already. */
  byKey?: boolean | undefined;
  point: (at: number) => void;
  /** More rows are asked for: the first that comes after these gets the cursor. */
  goOn: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface Cursor {
  /** The list the cursor belongs to: with another one it begins again. */
  list: string;
  /** Key of its row. The list may grow above it; the cursor stays on what it pointed at. */
  key: string;
  byKey?: boolean;
}

export interface FinderOptions<Item> {
  /** What the rows are an answer to: as long as it stays, the cursor stays on its row. */
  list: string;
  keyOf: (item: Item) => string;
  /** Something else stands in its place, as a card, for which it may have been left. */
  isLeft?: boolean;
  /** The id of the list, where it stands in the page before this. */
  listId?: string;
  act: (item: Item, by: PickBy) => void;
  onEscape?: () => void;
  /** The rows are still those of what was typed before: a pick waits for the right ones. */
  isPending?: boolean;
  /** Hears in the key's own turn that a pick waits, for what the browser allows only there; null when nothing comes of it. */
  onWait?: (by: PickBy | null) => void;
}

/** The cursor of a finder. While something is typed (`list` is not '') the best row is chosen at once; before, none is. */
export function useFinder<Item>(
  items: Item[],
  { list, isLeft, keyOf, listId: given, act, onEscape, isPending = false, onWait }: FinderOptions<Item>,
): FinderState {
  const own = useId();
  const listId = given ?? own;
  const [cursor, setCursor] = useState<Cursor>({ list, key: '' });
  const first = list === '' || items.length === 0 ? -1 : 0;
  const found = cursor.list === list ? items.findIndex((item) => keyOf(item) === cursor.key) : -1;
  const at = found >= 0 ? found : first;
  const set = (to: number, byKey: boolean) => {
    const item = items[to];
    if (item !== undefined) setCursor({ list, key: keyOf(item), byKey });
  };

  // A list that is typed anew begins again as well: the row may be far from what is seen of it. Left for a card, it is come back to as it was.
  useEffect(() => {
    if (list !== '' || !isLeft) setCursor((last) => (last.list === list || last.key === '' ? last : { list, key: '' }));
  }, [list]);

  const awaited = useRef({ list, count: Number.POSITIVE_INFINITY });
  useEffect(() => {
    const { list: of, count } = awaited.current;
    if (of === list && items.length <= count) return;
    awaited.current = { list, count: Number.POSITIVE_INFINITY };
    if (of === list) set(count, true);
  }, [list, items.length]);

  const wanted = useRef<PickBy | null>(null);
  useEffect(() => {
    const by = isPending ? null : wanted.current;
    const item = items[at];
    if (by === null) return;
    wanted.current = null;
    if (item !== undefined) act(item, by);
    else onWait?.(null);
  }, [isPending]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const moved = event.shiftKey || event.altKey ? null : moveCursor(event.key, at, items.length);
    const by = pickBy(event);
    const item = items[at];
    const waited = wanted.current;
    wanted.current = isPending ? by : null;
    if (wanted.current ?? waited) onWait?.(wanted.current);
    if (moved !== null) set(moved, true);
    else if (by && !isPending && item !== undefined) act(item, by);
    else if (event.key === 'Escape' && onEscape) onEscape();
    else return;
    event.preventDefault();
  };

  return {
    listId,
    list,
    count: items.length,
    at,
    byKey: cursor.byKey,
    onKeyDown,
    goOn: () => {
      awaited.current = { list, count: items.length };
    },
    point: (pointed) => {
      if (pointed !== at) set(pointed, false);
    },
  };
}

/**
 * Enter opens, Mod+Enter shows in the panel, Mod+C copies, unless there is text selected in the field to copy. A keyboard for Russian, Greek
 * or Hebrew has another letter on that key, and browsers copy with it all the same: there the key counts, and not what it writes.
 */
function pickBy(event: KeyboardEvent): PickBy | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') return mod ? 'panel' : 'open';
  const isCopy = event.key > '~' ? event.code === 'KeyC' : event.key.toLowerCase() === 'c';
  // With Alt it is a letter on many a keyboard, as ć, and with either the browser's own.
  const isPlain = !event.altKey && !event.shiftKey;
  return mod && isPlain && isCopy && !hasSelection(event.target) ? 'copy' : null;
}

const hasSelection = (field: EventTarget | null): boolean =>
  field instanceof HTMLInputElement && field.selectionStart !== field.selectionEnd;
