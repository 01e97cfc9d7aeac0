// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { FinderField } from '../../src/ui/finder.tsx';
import { FinderList } from '../../src/ui/finder-list.tsx';
import { type PickBy, useFinder } from '../../src/ui/use-finder.ts';
import { soon } from '../soon.ts';
import { draw, press, type } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

const picks: [string, PickBy][] = [];
let escapes = 0;

function Fruit() {
  const [query, setQuery] = useState('');
  const items = ['apple', 'apricot', 'banana'].filter((name) => name.startsWith(query));
  const state = useFinder(items, {
    list: query,
    keyOf: (item) => item,
    act: (item, by) => picks.push([item, by]),
    onEscape: () => escapes++,
  });
  const finder = {
    query,
    onQuery: setQuery,
    state,
    groups: [
      { label: 'First', items: items.slice(0, 1) },
      { label: 'Rest', items: items.slice(1) },
    ],
    placeholder: 'Search fruit',
    keyOf: (item: string) => item,
    draw: (item: string) => item,
    onPick: (item: string) => picks.push([item, 'open']),
  };
  return (
    <>
      <FinderField {...finder} autoFocus />
      <FinderList {...finder} />
    </>
  );
}

function open() {
  const { root } = draw(<Fruit />);
  const field = root.querySelector('input');
  if (!field) throw new Error('There is no field.');
  const active = () => {
    const id = field.getAttribute('aria-activedescendant');
    const row = id ? document.getElementById(id) : null;
    return row?.getAttribute('aria-selected') === 'true' ? row.textContent : null;
  };
  return { root, field, active };
}

beforeEach(() => {
  provideEnglish();
  picks.length = 0;
  escapes = 0;
});

test('the field has the focus with the first frame, a name, and steers its list', async () => {
  const { root, field } = open();
  await soon(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute('aria-label')).toBe('Search fruit');
  expect(root.querySelector('[role=listbox]')?.id).toBe(field.getAttribute('aria-controls'));
  const groups = [...root.querySelectorAll('[role=group]')];
  expect(
    groups.map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent),
  ).toEqual(['First', 'Rest']);
});

test('before anything is typed no row is chosen, and Enter does nothing', async () => {
  const { field, active } = open();
  expect(active()).toBeNull();
  await press(field, 'Enter');
  expect(picks).toEqual([]);
});

test('arrows go through the groups; Enter opens, Mod+Enter shows in the panel, Mod+C copies', async () => {
  const { field, active } = open();
  await press(field, 'ArrowDown');
  await press(field, 'ArrowDown');
  expect(active()).toBe('apricot');
  await press(field, 'Enter');
  await press(field, 'Enter', { ctrlKey: true });
  await press(field, 'c', { metaKey: true });
  await press(field, 'End');
  await press(field, 'Enter');
  expect(picks).toEqual([
    ['apricot', 'open'],
    ['apricot', 'panel'],
    ['apricot', 'copy'],
    ['banana', 'open'],
  ]);
});

test('what is typed chooses the best row at once', async () => {
  const { field, active } = open();
  await press(field, 'End');
  await type(field, 'ap');
  expect(active()).toBe('apple');
});

test('while text is being composed, keys belong to the composing', async () => {
  const { field, active } = open();
  await press(field, 'ArrowDown', { isComposing: true });
  expect(active()).toBeNull();
});

test('Mod+C copies the text that is selected in the field, not the row', async () => {
  const { field } = open();
  await type(field, 'ap');
  field.setSelectionRange(0, 2);
  await press(field, 'c', { ctrlKey: true });
  expect(picks).toEqual([]);
});

test.each(['с', 'ψ', 'ב'])('Mod+C copies on a keyboard that has %s there', async (key) => {
  const { field } = open();
  await type(field, 'b');
  await press(field, key, { ctrlKey: true, code: 'KeyC' });
  await press(field, key, { ctrlKey: true, code: 'KeyX' });
  // Where letters are Latin they say which key it is, wherever it lies.
  await press(field, 'j', { ctrlKey: true, code: 'KeyC' });
  await press(field, 'c', { ctrlKey: true, code: 'KeyI' });
  expect(picks).toEqual([
    ['banana', 'copy'],
    ['banana', 'copy'],
  ]);
});

test('Mod+C with Alt or Shift is a letter, or the browser’s', async () => {
  const { field } = open();
  await type(field, 'b');
  await press(field, 'ć', { ctrlKey: true, altKey: true, code: 'KeyC' });
  await press(field, 'c', { metaKey: true, altKey: true, code: 'KeyC' });
  await press(field, 'C', { ctrlKey: true, shiftKey: true, code: 'KeyC' });
  expect(picks).toEqual([]);
});

test('the middle button of a mouse opens a row and neither scrolls nor pastes, the right one is the browser’s', async () => {
  const { root } = open();
  const row = root.querySelectorAll('[role=option]')[1];
  const press = (type: string, button: number) => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, button });
    row?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press('mousedown', 1), press('mousedown', 0)]).toEqual([true, false]);
  expect([press('mouseup', 1), press('mouseup', 0)]).toEqual([true, false]);
  press('auxclick', 2);
  expect(picks).toEqual([]);
  press('auxclick', 1);
  expect(picks).toEqual([['apricot', 'open']]);
});

test('a list that is come back to begins with its first row again, and before anything is typed with none', async () => {
  const { field, active } = open();
  await type(field, 'ap');
  await press(field, 'ArrowDown');
  expect(active()).toBe('apricot');
  await type(field, 'app');
  await type(field, 'ap');
  expect(active()).toBe('apple');
  await type(field, '');
  await press(field, 'ArrowDown');
  await type(field, 'b');
  await type(field, '');
  expect(active()).toBeNull();
});

test('what is typed again into a field that was emptied begins with its first row', async () => {
  const { field, active } = open();
  await type(field, 'ap');
  await press(field, 'ArrowDown');
  await type(field, '');
  await type(field, 'ap');
  expect(active()).toBe('apple');
});

test('Esc is heard', async () => {
  const { field } = open();
  await press(field, 'Escape');
  expect(escapes).toBe(1);
});

const waits: (PickBy | null)[] = [];

function Slow({ answer }: { answer: string | null }) {
  const items = answer === null ? ['old'] : [answer];
  const state = useFinder(items, {
    list: answer ?? 'o',
    keyOf: (item) => item,
    act: (item, by) => picks.push([item, by]),
    isPending: answer === null,
    onWait: (by) => waits.push(by),
  });
  return <input onKeyDown={state.onKeyDown} />;
}

test('Enter before the answer is there picks from the answer, not from what stood there before', async () => {
  const { root, redraw } = draw(<Slow answer={null} />);
  await press(root.querySelector('input') as Element, 'Enter');
  expect(picks).toEqual([]);
  await redraw(<Slow answer="right" />);
  expect(picks).toEqual([['right', 'open']]);
});

test('what was typed after Enter takes it back', async () => {
  const { root, redraw } = draw(<Slow answer={null} />);
  await press(root.querySelector('input') as Element, 'Enter');
  waits.length = 0;
  await press(root.querySelector('input') as Element, 'x');
  expect(waits.splice(0)).toEqual([null]);
  await redraw(<Slow answer="right" />);
  expect(picks).toEqual([]);
});

function Growing({ items }: { items: string[] }) {
  const state = useFinder(items, { list: 'same', keyOf: (item) => item, act: (item, by) => picks.push([item, by]) });
  return <input onKeyDown={state.onKeyDown} />;
}

test('a row that comes in above leaves the cursor on its row', async () => {
  const { root, redraw } = draw(<Growing items={['a', 'b']} />);
  const field = root.querySelector('input') as Element;
  await press(field, 'ArrowDown');
  await redraw(<Growing items={['new', 'a', 'b']} />);
  await press(field, 'Enter');
  expect(picks).toEqual([['b', 'open']]);
});

test('that a pick has to wait is heard in the turn of its key: a browser allows some things only there', async () => {
  const { root, redraw } = draw(<Slow answer={null} />);
  const field = root.querySelector('input') as HTMLInputElement;
  void press(field, 'Enter', { ctrlKey: true });
  expect(waits.splice(0).at(-1)).toBe('panel');
  expect(picks).toEqual([]);
  await redraw(<Slow answer="new" />);
  expect(picks).toEqual([['new', 'panel']]);
});

const MANY = Array.from({ length: 12 }, (_, i) => `row ${i}`);

function Many() {
  const keyOf = (item: string) => item;
  const state = useFinder(MANY, { list: '', keyOf, act: () => {} });
  const groups = [
    { label: 'First', items: MANY.slice(0, 3) },
    { label: 'Rest', items: MANY.slice(3) },
  ];
  const finder = {
    query: '',
    onQuery: () => {},
    state,
    groups,
    placeholder: 'Search',
    keyOf,
    draw: keyOf,
    onPick: () => {},
  };
  return (
    <>
      <FinderField {...finder} />
      <FinderList {...finder} />
    </>
  );
}

/** A list of many rows, before the moment after which all of them are drawn. */
function openMany() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { root } = draw(<Many />);
  return { root, rows: () => [...root.querySelectorAll('[role=option]')] };
}

test('what can be seen is drawn first, and stays as it is when the others are drawn below it', async () => {
  const { rows } = openMany();
  const first = rows();
  expect(first.map((row) => row.textContent)).toEqual(MANY.slice(0, 5));
  await act(() => void vi.advanceTimersByTime(1));
  expect(rows().map((row) => row.textContent)).toEqual(MANY);
  expect(first.every((row, i) => rows()[i] === row)).toBe(true);
});

test('a row that a key goes to is there at once', async () => {
  const { root, rows } = openMany();
  const field = root.querySelector('input') as HTMLInputElement;
  await press(field, 'End');
  const active = rows().find((row) => row.getAttribute('aria-selected') === 'true');
  expect(active?.textContent).toBe(MANY.at(-1));
  expect(field.getAttribute('aria-activedescendant')).toBe(active?.id);
});
