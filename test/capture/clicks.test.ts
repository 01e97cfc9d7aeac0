// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import './static-range.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClicks } from '../../src/capture/clicks.ts';
import { hold } from '../../src/capture/ranges.ts';
import type { Painted } from '../../src/capture/tones.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { trusted } from './trusted.ts';

vi.mock('../../src/capture/hit.ts', async (original) => ({
  ...(await original<typeof import('../../src/capture/hit.ts')>()),
  // Nothing is laid out here, and no click is a person's: each that comes is one on the passage.
  passageHit: (_: MouseEvent, painted: Painted[]) => painted[0] ?? null,
  targetAt: () => shown,
}));

/** What is seen where it was clicked. */
let shown: Element | null = null;
const coverIt = (): void => {
  shown = document.body;
};
const openAndClick = (): void => {
  card().setAttribute('aria-expanded', 'true');
  document.getElementById('count')?.dispatchEvent(new MouseEvent('click'));
};
const said: unknown[] = [];
const clicks = createClicks(() => [passage()]);

function passage(): Painted {
  const text = card().firstChild as Text;
  const range = hold({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 5 });
  return { team: '', id: 'grease', tone: 'own', range };
}

const card = (): HTMLElement => document.getElementById('card') as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  fakeBrowser.runtime.sendMessage = async (message) => {
    said.push(message);
    return { ok: true, value: null };
  };
  document.title = 'Cards';
  document.body.innerHTML = '<main><div id="card">Grease it weekly.</div></main><p id="count"></p>';
  shown = card();
  clicks.hearIn([document]);
});

afterEach(() => {
  clicks.hearIn([]);
  vi.useRealTimers();
});

/** What the page does as it hears of a click. */
async function clickAnd(answer: () => void): Promise<number> {
  card().addEventListener('click', answer, { once: true });
  card().dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
  await vi.advanceTimersByTimeAsync(1_000);
  return said.length;
}

test('a click on a passage opens it, also where a page counts clicks', async () => {
  expect(await clickAnd(() => document.getElementById('count')?.append('1'))).toBe(1);
});

test.each<[string, () => void]>([
  ['opens what was clicked', () => card().setAttribute('aria-expanded', 'true')],
  ['draws it anew', () => document.querySelector('main')?.append('More of it.')],
  ['takes another title', () => Object.assign(document, { title: 'A card' })],
  ['moves on', () => history.pushState(null, '', '#/card')],
  ['lays something over it', coverIt],
  ['opens it, and clicks on something itself', openAndClick],
])('one that the page answers does not: it %s', async (_, answer) => {
  expect(await clickAnd(answer)).toBe(0);
});

test('what the page changes later, by itself, is no answer', async () => {
  expect(await clickAnd(() => setTimeout(() => card().append('!'), 50))).toBe(1);
});
