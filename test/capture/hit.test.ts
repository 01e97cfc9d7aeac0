// @vitest-environment happy-dom
import './static-range.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { passageHit } from '../../src/capture/hit.ts';
import { hold } from '../../src/capture/ranges.ts';
import type { Painted } from '../../src/capture/tones.ts';

// Here elements alone know their text, which in a browser every node does.
vi.mock('../../src/capture/dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/capture/dom.ts')>()),
  allTextOf: (node: Node) => node.textContent ?? '',
}));

beforeEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.style.cursor = '';
  document.body.innerHTML = '<p>Whoever closes a valve writes down the <a href="/t">time</a>.</p>';
  // Nothing is laid out here: every passage is where the click is.
  const box = { left: 0, right: 100, top: 0, bottom: 20 } as DOMRect;
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([box] as never);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const paragraph = (): HTMLElement => document.querySelector('p') as HTMLElement;

function passage(id: string, end: number): Painted {
  const startContainer = paragraph().firstChild as Text;
  return {
    team: '',
    id,
    tone: 'own',
    range: hold({ startContainer, startOffset: 0, endContainer: startContainer, endOffset: end }),
  };
}

function click(on: Element = paragraph(), change: Partial<MouseEvent> = {}): string | undefined {
  const path: EventTarget[] = [window];
  for (let node: Node | null = on; node; node = node.parentNode) path.splice(-1, 0, node);
  const event = { isTrusted: true, button: 0, detail: 1, clientX: 50, clientY: 10, currentTarget: document, ...change };
  const painted = [passage('long', 30), passage('short', 7)];
  return passageHit({ ...event, composedPath: () => path } as unknown as MouseEvent, painted)?.id;
}

test('a plain click on a passage means it, and of two the shorter one', () => {
  expect(click()).toBe('short');
});

test.each([
  ['one that a page has dispatched', { isTrusted: false }],
  ['the second of a double click', { detail: 2 }],
  ['another button', { button: 1 }],
  ['one with a key held', { shiftKey: true }],
  ['one that the page has answered', { defaultPrevented: true }],
  ['one beside it', { clientY: 40 }],
])('no other click does: %s', (_, change) => {
  expect(click(paragraph(), change)).toBeUndefined();
});

test('nor one on a link, or while something is selected', () => {
  expect(click(paragraph().querySelector('a') as Element)).toBeUndefined();
  document.getSelection()?.selectAllChildren(paragraph());
  expect(click()).toBeUndefined();
});

test('nor one on what lies over it, or shows where it was scrolled away: the click is on another element', () => {
  document.body.insertAdjacentHTML('beforeend', '<dialog open>Over it.</dialog>');
  expect(click(document.querySelector('dialog') as Element)).toBeUndefined();
  expect(click(document.body)).toBeUndefined();
  paragraph().style.pointerEvents = 'none';
  expect(click(document.body)).toBe('short');
});

test('nor one where text is being written: there it puts the caret', () => {
  expect(click()).toBe('short');
  paragraph().setAttribute('role', 'textbox');
  expect(click()).toBeUndefined();
});

test("a click on what has the hand of the pointer is the page's, unless all of the page has it", () => {
  paragraph().style.cursor = 'pointer';
  expect(click()).toBeUndefined();
  document.body.style.cursor = 'pointer';
  expect(click()).toBe('short');
});

test('one where the page shows the hand is its own, but for pages that show it over all they say', () => {
  document.body.innerHTML = `<main>${document.body.innerHTML}</main>`;
  const main = document.querySelector('main') as HTMLElement;
  main.style.cursor = 'url("hand.png"), pointer';
  expect(click()).toBeUndefined();
  main.append('It is written down. '.repeat(300));
  expect(click()).toBe('short');
  paragraph().style.cursor = 'pointer';
  expect(click()).toBe('short');
});
