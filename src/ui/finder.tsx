import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
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
  onPick: (item: Item) => void;
  placeholder: string;
  autoFocus?: boolean;
}

/**
 * A search field that steers a list (the combobox pattern of the ARIA Authoring Practices): focus stays in the field,
 * the row in question is named by `aria-activedescendant`. The list may stand elsewhere: see {@link FinderList}.
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

/** The rows, in groups, that a {@link FinderField} steers. */
export function FinderList<Item>({ groups, state, keyOf, draw, onPick }: FinderProps<Item>) {
  const filled = atFirst(groups, useDrawn(state)).filter((group) => group.items.length > 0);
  const starts = filled.map((_, i) => filled.slice(0, i).reduce((sum, group) => sum + group.items.length, 0));
  const rowAt = ({ target }: Event): number => {
    const row = target instanceof Element ? target.closest('[role=option]') : null;
    return row ? Number(row.id.slice(state.listId.length + 1)) : -1;
  };
  const pick = (event: Event) => {
    const item = filled.flatMap(({ items }) => items)[rowAt(event)];
    if (item !== undefined) onPick(item);
  };
  const point = (event: Event) => {
    const at = rowAt(event);
    if (at >= 0) state.point(at);
  };
  return (
    // The list hears for its rows: a listener for each of them would be a good part of drawing it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard and steers the rows
    <div
      class="finder-list"
      role="listbox"
      id={state.listId}
      aria-label={text('uiFound')}
      data-typed={state.list}
      onClick={pick}
      onMouseMove={point}
    >
      {filled.map((group, g) => (
        // Not by its label: that counts what was found, and rows would be made anew with every letter.
        <Group key={g} label={group.label}>
          {group.items.map((item, i) => (
            <Row key={keyOf(item)} state={state} at={(starts[g] ?? 0) + i}>
              <Drawn item={item} draw={draw} />
            </Row>
          ))}
        </Group>
      ))}
    </div>
  );
}

/** So many can be seen in a popup; the others are drawn a moment after, so that the first are there sooner. */
const FIRST_ROWS = 5;

function useDrawn({ count, at }: FinderState): number {
  const [isWarm, setWarm] = useState(false);
  useEffect(() => {
    if (count === 0 || isWarm) return;
    const soon = setTimeout(() => setWarm(true));
    return () => clearTimeout(soon);
  }, [count > 0, isWarm]);
  return isWarm || at >= FIRST_ROWS ? Number.POSITIVE_INFINITY : FIRST_ROWS;
}

function atFirst<Item>(groups: FinderGroup<Item>[], most: number): FinderGroup<Item>[] {
  let left = most;
  return groups.map(({ label, items }) => {
    const drawn = items.slice(0, left);
    left -= drawn.length;
    return { label, items: drawn };
  });
}

function Group({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-labelledby={id} class="finder-group">
      <div class="finder-label" id={id} role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}

/** Drawn again only where the item or the way to draw it is another: twenty rows with each letter are most of its cost. */
function Drawn<Item>({ item, draw }: { item: Item; draw: (item: Item) => ComponentChildren }) {
  return <>{useMemo(() => draw(item), [item, draw])}</>;
}

interface RowProps {
  state: FinderState;
  at: number;
  children: ComponentChildren;
}

function Row({ state, at, children }: RowProps) {
  const isActive = state.at === at;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive && state.byKey) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive, state.byKey]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, as the combobox pattern says
    <div ref={row} role="option" class="finder-row" id={`${state.listId}-${at}`} aria-selected={isActive}>
      {children}
    </div>
  );
}
