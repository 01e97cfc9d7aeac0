// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hideBar } from '../../src/capture/bar.ts';
import { endBar, switchBar } from '../../src/capture/bar-watch.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';

/** Longer than the bar waits for a hand to rest. */
const SETTLED_MS = 1_000;

const done: string[] = [];
const actions = { keep: () => void done.push('keep'), ask: () => void done.push('ask') };

beforeEach(() => {
  vi.useFakeTimers();
  done.length = 0;
  document.body.innerHTML = '<p>The moon pulls the sea.</p><input id="field">';
  document.getSelection()?.removeAllRanges();
  switchBar(true, actions);
  // This imitation of a browser lays nothing out.
  const line = { left: 100, right: 300, top: 100, bottom: 120, width: 200, height: 20 };
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([line] as never);
});

afterEach(() => {
  switchBar(false, actions);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const bars = (): Element[] => [...document.documentElement.children].filter(({ localName }) => localName === 'div');

function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

function select(): void {
  const text = document.querySelector('p')?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 0, text, 14);
}

function letGo(event: Event = trusted(new Event('pointerup', { bubbles: true }))): void {
  document.body.dispatchEvent(event);
  vi.advanceTimersByTime(SETTLED_MS);
}

test('comes when a hand has selected something, and takes neither focus nor selection', () => {
  select();
  letGo();
  expect(bars()).toHaveLength(1);
  expect(String(document.getSelection())).toBe('The moon pulls');
  expect(document.activeElement).toBe(document.body);
});

test('comes after a moment, and not for a selection that is gone by then', () => {
  select();
  document.body.dispatchEvent(trusted(new Event('pointerup', { bubbles: true })));
  vi.advanceTimersByTime(100);
  expect(bars()).toEqual([]);
  document.getSelection()?.removeAllRanges();
  document.dispatchEvent(new Event('selectionchange'));
  vi.advanceTimersByTime(SETTLED_MS);
  expect(bars()).toEqual([]);
});

test('does not come again for what was kept by key, though Shift was part of that; it does for another selection', () => {
  select();
  letGo();
  endBar('The moon pulls');
  expect(bars()).toEqual([]);
  letGo(trusted(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true })));
  expect(bars()).toEqual([]);
  const text = document.querySelector('p')?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 4, text, 22);
  letGo();
  expect(bars()).toHaveLength(1);
});

test('does not come for a script, nor for nothing', () => {
  letGo();
  expect(bars()).toEqual([]);
  select();
  letGo(new Event('pointerup', { bubbles: true }));
  expect(bars()).toEqual([]);
});

test('does not come in a field', () => {
  select();
  document.getElementById('field')?.focus();
  letGo();
  expect(bars()).toEqual([]);
});

test('comes for a selection made by keys, but not while a word is being composed', () => {
  select();
  const keyUp = (init: object) => letGo(trusted(new KeyboardEvent('keyup', { bubbles: true, ...init })));
  keyUp({ key: 'x' });
  expect(bars()).toEqual([]);
  keyUp({ key: 'ArrowRight', shiftKey: true });
  expect(bars()).toHaveLength(1);
  hideBar();
  keyUp({ key: 'ArrowRight', shiftKey: true, isComposing: true });
  expect(bars()).toEqual([]);
});

test.each([{ key: 'a' }, { key: 'ф', code: 'KeyA' }])(
  'comes when all was selected, whatever letter the key writes: %o',
  (init) => {
    select();
    letGo(trusted(new KeyboardEvent('keyup', { bubbles: true, ...init })));
    expect(bars()).toHaveLength(1);
  },
);

test.each([
  ['Escape', () => new KeyboardEvent('keydown', { key: 'Escape' })],
  ['scrolling', () => new Event('scroll')],
  ['the wheel over what scrolls in a shadow tree', () => new Event('wheel')],
])('goes with %s', (_what, event) => {
  select();
  letGo();
  window.dispatchEvent(trusted(event()));
  expect(bars()).toEqual([]);
});

test('comes no more once it is switched off, or the extension is gone', () => {
  switchBar(false, actions);
  select();
  letGo();
  expect(bars()).toEqual([]);
  switchBar(true, actions);
  fakeBrowser.runtime.id = undefined;
  letGo();
  expect(bars()).toEqual([]);
});

test('goes when what is selected has moved, whatever moved it', () => {
  let tell = (): void => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(hear: () => void) {
        tell = hear;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  select();
  letGo();
  // Told once where it stands.
  tell();
  expect(bars()).toHaveLength(1);
  tell();
  expect(bars()).toEqual([]);
  vi.unstubAllGlobals();
});
