import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FinderGroup, FinderProps } from './finder.tsx';
import { text } from './text.ts';
import type { FinderState } from './use-finder.ts';

/** The rows, in groups, that a field (finder.tsx) steers. */
export function FinderList<Item>({ groups, state, keyOf, draw, onPick }: FinderProps<Item>) {
  const drawn = atFirst(groups, useDrawn(state));
  const rowAt = ({ target }: Event): number => {
    const row = target instanceof Element ? target.closest('[role=option]') : null;
    return row ? Number(row.id.slice(state.listId.length + 1)) : -1;
  };
  const pick = (event: Event) => {
    const item = drawn.flatMap(({ items }) => items)[rowAt(event)];
    if (item !== undefined) onPick(item);
  };
  const point = (event: Event) => {
    const at = rowAt(event);
    if (at >= 0) state.point(at);
  };
  useFromTop(state);
  const drawOnce = (item: Item) => <Drawn item={item} draw={draw} />;
  return <List groups={drawn} state={state} keyOf={keyOf} draw={drawOnce} Row={Row} onPick={pick} onPoint={point} />;
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
  onPick?: (event: Event) => void;
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

/** Drawn again only where the item or the way to draw it is another: twenty rows with each letter are most of its cost. */
function Drawn<Item>({ item, draw }: { item: Item; draw: (item: Item) => ComponentChildren }) {
  return <>{useMemo(() => draw(item), [item, draw])}</>;
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
