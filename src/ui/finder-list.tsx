import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FinderGroup, FinderProps } from './finder.tsx';
import { slotsFor } from './slots.ts';
import { text } from './text.ts';
import type { FinderState } from './use-finder.ts';

/**
 * The rows, in groups, that a field (finder.tsx) steers. Drawn again only where they, or the row in question, are others: who types
 * another letter waits for its answer, and not for twenty rows that stay as they are.
 */
export function FinderList<Item>(props: FinderProps<Item>) {
  const { groups, state, keyOf, draw, seen, laterOf = () => [draw] } = props;
  const drawn = atFirst(groups, useDrawn(state, seen));
  const items = drawn.flatMap((group) => group.items);
  const slots = useSlots(drawn, keyOf);
  const now = useRef({ ...props, items });
  now.current = { ...props, items };
  useFromTop(state);
  const said = drawn.flatMap(({ label, items: of }) => [label, of.length]);
  return useMemo(() => {
    const rowAt = ({ target }: Event): number => {
      const row = target instanceof Element ? target.closest('[role=option]') : null;
      return row ? Number(row.id.slice(state.listId.length + 1)) : -1;
    };
    const pick = (event: MouseEvent) => {
      const item = now.current.items[rowAt(event)];
      // The middle button opens as well, as it does what leads somewhere; the right one is the browser's.
      if (item !== undefined && event.button < 2) now.current.onPick(item);
    };
    const point = (event: Event) => {
      const at = rowAt(event);
      if (at >= 0) now.current.state.point(at);
    };
    const drawOnce = (item: Item) => <Drawn draw={draw} item={item} by={laterOf(item)} />;
    return <List groups={drawn} state={state} keyOf={slots} draw={drawOnce} Row={Row} onPick={pick} onPoint={point} />;
  }, [state.listId, state.list, state.at, state.byKey, ...said, ...items, ...items.flatMap(laterOf)]);
}

/** Keys for rows, group by group (slots.ts). */
function useSlots<Item>(groups: FinderGroup<Item>[], keyOf: (item: Item) => string): (item: Item) => string {
  const last = useRef<Map<string, number>[]>([]);
  last.current = groups.map(({ items }, g) => slotsFor(items.map(keyOf), last.current[g] ?? new Map()));
  const slots = new Map(last.current.flatMap((of) => [...of]));
  return (item) => String(slots.get(keyOf(item)));
}

/** What is an answer to something else is read from its beginning. */
function useFromTop({ list, listId }: FinderState): void {
  const last = useRef(list);
  useEffect(() => {
    if (last.current !== list) document.getElementById(`${listId}-0`)?.scrollIntoView({ block: 'nearest' });
    last.current = list;
  }, [list]);
}

/** The first of them as {@link FinderList} draws them at first, for a moment in which nothing hears and nothing changes yet. */
export const FirstRows = <Item,>({ groups, ...props }: Omit<ListProps<Item>, 'Row'>) => (
  <List {...props} groups={atFirst(groups, FIRST_ROWS)} Row={PlainRow} />
);

interface ListProps<Item> {
  groups: FinderGroup<Item>[];
  state: ListState;
  keyOf: (item: Item) => string;
  draw: (item: Item) => ComponentChildren;
  Row: FunctionComponent<RowProps>;
  onPick?: (event: MouseEvent) => void;
  onPoint?: (event: Event) => void;
}

function List<Item>({ groups, state, keyOf, draw, Row, onPick, onPoint }: ListProps<Item>) {
  const filled = groups.filter((group) => group.items.length > 0);
  let at = 0;
  return (
    // The list hears for its rows: a listener for each of them would be a good part of drawing it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard and steers the rows
    <div
      class="finder-list"
      role="listbox"
      id={state.listId}
      aria-label={text('uiFound')}
      data-typed={state.list}
      onClick={onPick}
      onAuxClick={onPick}
      onMouseDown={keepToThis}
      onMouseUp={keepToThis}
      onMouseMove={onPoint}
    >
      {filled.map((group, g) => (
        // Not by its label: that counts what was found, and rows would be made anew with every letter.
        <Group key={g} id={`${state.listId}-of-${g}`} label={group.label}>
          {group.items.map((item) => (
            <Row key={keyOf(item)} state={state} at={at++}>
              {draw(item)}
            </Row>
          ))}
        </Group>
      ))}
    </div>
  );
}

/** Windows scrolls by the middle button, and Chromium on Linux puts into the field what is selected anywhere, unless they are told not to. */
function keepToThis(event: MouseEvent): void {
  if (event.button === 1) event.preventDefault();
}

/** So many are drawn at first where nothing stands yet; the others a moment after, so that these are there sooner. */
const FIRST_ROWS = 5;
/** Whoever types on does so within about this time. */
const PAUSE_MS = 150;

/** How many rows are drawn: of another answer those that can be seen, and the others when typing pauses, or as soon as a key leads there. */
function useDrawn({ list, count, at }: FinderState, seen: number | undefined): number {
  const [whole, setWhole] = useState<string | null>(null);
  const isFirst = whole === null;
  const isWhole = whole === list || !(isFirst || seen);
  useEffect(() => {
    if (count === 0 || isWhole) return;
    const soon = setTimeout(() => setWhole(list), isFirst ? 0 : PAUSE_MS);
    return () => clearTimeout(soon);
  }, [list, count > 0, isWhole]);
  const first = isFirst ? FIRST_ROWS : (seen ?? 0);
  return isWhole || at >= first ? Number.POSITIVE_INFINITY : first;
}

function atFirst<Item>(groups: FinderGroup<Item>[], most: number): FinderGroup<Item>[] {
  let left = most;
  return groups.map(({ label, items }) => {
    const drawn = items.slice(0, left);
    left -= drawn.length;
    return { label, items: drawn };
  });
}

function Group({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
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

interface DrawnProps<Item> {
  item: Item;
  /** What else it is drawn by. */
  by: readonly unknown[];
  draw: (item: Item) => ComponentChildren;
}

/** Drawn again only where the item, or what it is drawn by, is another. */
function Drawn<Item>({ item, by, draw }: DrawnProps<Item>) {
  return useMemo(() => draw(item), [item, ...by]);
}

type ListState = Pick<FinderState, 'listId' | 'list' | 'at' | 'byKey'>;

interface RowProps {
  state: ListState;
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
    <div ref={row} {...rowAt(state, at)}>
      {children}
    </div>
  );
}

const PlainRow = ({ state, at, children }: RowProps) => <div {...rowAt(state, at)}>{children}</div>;

/** Focus stays in the field, as the combobox pattern says, so a row takes none. */
const rowAt = ({ listId, at: active }: ListState, at: number) =>
  ({ role: 'option', class: 'finder-row', id: `${listId}-${at}`, 'aria-selected': active === at }) as const;
