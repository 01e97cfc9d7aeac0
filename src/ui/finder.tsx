import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './finder.css';
import { Icon } from './icon.tsx';
import { text } from './text.ts';
import type { FinderState } from './use-finder.ts';

/** A heading and the rows below it. */
export interface FinderGroup<Item> {
  label: string;
  items: Item[];
}

export interface FinderProps<Item> {
  query: string;
  onQuery: (query: string) => void;
  groups: FinderGroup<Item>[];
  state: FinderState;
  keyOf: (item: Item) => string;
  draw: (item: Item) => ComponentChildren;
  /** What an item is drawn by that may be known later than itself: its row is drawn again where any of it is another. */
  laterOf?: (item: Item) => readonly unknown[];
  onPick: (item: Item) => void;
  /** So many rows can be seen at once, where that is known; the others of an answer are drawn after them. */
  seen?: number;
  placeholder: string;
  autoFocus?: boolean;
}

/**
 * A search field that steers a list (the combobox pattern of the ARIA Authoring Practices): focus stays in the field,
 * the row in question is named by `aria-activedescendant`. The list may stand elsewhere: see finder-list.tsx.
 */
export function FinderField<Item>({ query, onQuery, state, placeholder, autoFocus }: FinderProps<Item>) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => (autoFocus && field.current ? holdFocus(field.current) : undefined), [autoFocus]);
  return (
    <div class="finder-field">
      <Icon name="search" />
      <input
        ref={field}
        // The browser gives the cursor with the first frame, before any effect runs.
        autofocus={autoFocus}
        type="text"
        role="combobox"
        inputMode="search"
        aria-expanded={state.count > 0}
        aria-controls={state.listId}
        aria-autocomplete="list"
        aria-activedescendant={state.at < 0 ? undefined : `${state.listId}-${state.at}`}
        aria-label={placeholder}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={state.onKeyDown}
      />
      {query !== '' && (
        <button
          type="button"
          aria-label={text('uiClearSearch')}
          title={text('uiClearSearch')}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** How long Firefox may take to show a popup whose page has run already. */
const SHOWING_MS = 1_000;

/**
 * Puts the cursor into the field, and again when the window gets the focus with the cursor nowhere. Firefox shows a popup
 * after its page has run, and then one time in five the focus is lost on the body, at times without a focus event: so
 * while the popup is coming up it is looked after.
 */
function holdFocus(field: HTMLInputElement): () => void {
  const take = (): void => {
    if (document.activeElement === document.body) field.focus();
  };
  // Not at once: to give the focus is to lay the page out, which the first frame does anyway, with the rows.
  const first = requestAnimationFrame(take);
  window.addEventListener('focus', take);
  const look = setInterval(take, 50);
  const rest = setTimeout(() => clearInterval(look), SHOWING_MS);
  return () => {
    cancelAnimationFrame(first);
    window.removeEventListener('focus', take);
    clearInterval(look);
    clearTimeout(rest);
  };
}
