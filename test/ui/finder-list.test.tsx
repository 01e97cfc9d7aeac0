// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { FinderList } from '../../src/ui/finder-list.tsx';
import { useFinder } from '../../src/ui/use-finder.ts';
import { click, draw, press } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

const drawn: string[] = [];
const picks: string[] = [];
const keyOf = (item: string) => item;

interface ListProps {
  items: string[];
  list?: string;
  /** What only whoever draws the list knows, as what is being typed. */
  turn?: number;
  words?: Record<string, string>;
  seen?: number;
}

function List({ items, list = 'typed', turn = 0, words = {}, seen }: ListProps) {
  const state = useFinder(items, { list, keyOf, act: () => {} });
  const finder = {
    query: list,
    onQuery: () => {},
    state,
    groups: [{ label: 'Found', items }],
    placeholder: 'Search',
    keyOf,
    draw: (item: string) => {
      drawn.push(item);
      return `${item} ${words[item] ?? ''}`.trim();
    },
    laterOf: (item: string) => [words[item]],
    onPick: (item: string) => picks.push(`${item} in turn ${turn}`),
    ...(seen ? { seen } : {}),
  };
  return (
    <>
      <input onKeyDown={state.onKeyDown} />
      <FinderList {...finder} />
    </>
  );
}

function open(props: ListProps) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { root, redraw } = draw(<List {...props} />);
  const rows = () => [...root.querySelectorAll('[role=option]')];
  return {
    rows,
    field: root.querySelector('input') as HTMLInputElement,
    says: () => rows().map((row) => row.textContent),
    pass: (ms: number) => act(() => void vi.advanceTimersByTime(ms)),
    show: (next: ListProps) => redraw(<List {...next} />),
  };
}

beforeEach(() => {
  provideEnglish();
  drawn.length = 0;
  picks.length = 0;
});

test('as long as the answer is the same no row is drawn again, and a click is heard by whoever listens now', async () => {
  const { rows, show } = open({ items: ['a', 'b'] });
  drawn.length = 0;
  const made = vi.spyOn(document, 'createElement');
  onTestFinished(() => made.mockRestore());
  await show({ items: ['a', 'b'], turn: 1 });
  expect(drawn).toEqual([]);
  expect(made).not.toHaveBeenCalled();
  await click(rows()[1]);
  expect(picks).toEqual(['b in turn 1']);
});

test('of another answer only the new rows are drawn, in the place of those that go', async () => {
  const { rows, says, show } = open({ items: ['a', 'b', 'c'] });
  const [first, second, third] = rows();
  drawn.length = 0;
  await show({ items: ['new', 'b', 'c'], list: 'typed on' });
  expect(drawn).toEqual(['new']);
  expect(says()).toEqual(['new', 'b', 'c']);
  expect(rows()).toEqual([first, second, third]);
});

test('a word that is known later is put into its row alone', async () => {
  const { says, show } = open({ items: ['a', 'b'] });
  drawn.length = 0;
  await show({ items: ['a', 'b'], words: { b: 'open' } });
  expect(drawn).toEqual(['b']);
  expect(says()).toEqual(['a', 'b open']);
});

const many = (name: string) => Array.from({ length: 10 }, (_, i) => `${name} ${i}`);

test('of another answer what can be seen is drawn at once, the others when typing pauses', async () => {
  const { says, pass, show } = open({ items: many('a'), seen: 6 });
  await pass(1);
  expect(says()).toEqual(many('a'));
  await show({ items: many('b'), list: 'typed on', seen: 6 });
  expect(says()).toEqual(many('b').slice(0, 6));
  await pass(100);
  await show({ items: many('c'), list: 'typed on further', seen: 6 });
  await pass(100);
  expect(says()).toEqual(many('c').slice(0, 6));
  expect(drawn).not.toContain('b 6');
  await pass(100);
  expect(says()).toEqual(many('c'));
});

test('of the same answer no row goes for a moment where more are shown', async () => {
  const { says, pass, show } = open({ items: many('a'), seen: 6 });
  await pass(1);
  await show({ items: [...many('a'), 'more'], seen: 6 });
  expect(says()).toHaveLength(11);
});

test('a row that a key leads to is there at once', async () => {
  const { rows, field, pass, show } = open({ items: many('a'), seen: 6 });
  await pass(1);
  await show({ items: many('b'), list: 'typed on', seen: 6 });
  await press(field, 'End');
  expect(rows().find((row) => row.getAttribute('aria-selected') === 'true')?.textContent).toBe('b 9');
});

test('where nobody knows how many can be seen all are drawn', async () => {
  const { says, pass, show } = open({ items: many('a') });
  await pass(1);
  await show({ items: many('b'), list: 'typed on' });
  expect(says()).toEqual(many('b'));
});
