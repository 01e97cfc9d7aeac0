// @vitest-environment happy-dom
import '../stage.ts';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringBackTyped, leaveByEscape, sayWhereNothingStarts } from '../../../src/pages/popup/not-started.ts';

const html = readFileSync('src/pages/popup/index.html', 'utf8');
const BROKEN = 'This could not be shown. Nothing you kept is lost.';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  sayWhereNothingStarts();
});
afterEach(() => void vi.useRealTimers());

/** A script of the page that the browser could not load: its event does not go up from it. */
function failToLoad(): void {
  const script = document.body.appendChild(document.createElement('script'));
  script.dispatchEvent(new Event('error'));
}

test('where its script does not come the popup says so, with a way to load it again', async () => {
  failToLoad();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(document.querySelector('[role=alert]')?.textContent).toContain(BROKEN);
  expect(document.querySelector('button')?.textContent).toBe('Load again');
  expect(document.querySelector('input')).toBeNull();
});

test('and where it ends before it has drawn anything, once', async () => {
  window.dispatchEvent(new Event('unhandledrejection'));
  window.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(document.querySelectorAll('[role=alert]')).toHaveLength(1);
});

test('what was drawn stays: it says itself what goes wrong in it', async () => {
  document.querySelector('input')?.setAttribute('aria-label', 'Search');
  failToLoad();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(document.querySelector('[role=alert]')).toBeNull();
  expect(document.querySelector('input')).not.toBeNull();
});

test('Escape leaves before anything is drawn; afterwards the drawn field hears it', () => {
  const closed = vi.spyOn(window, 'close').mockImplementation(() => {});
  leaveByEscape();
  const field = document.querySelector('input') as HTMLInputElement;
  const press = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  press();
  expect(closed).toHaveBeenCalledTimes(1);
  field.setAttribute('aria-label', 'Search');
  press();
  expect(closed).toHaveBeenCalledTimes(1);
});

test('what was typed is there again when it is loaded again', async () => {
  const loaded = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const field = () => document.querySelector('input') as HTMLInputElement;
  field().value = 'cold boot';
  failToLoad();
  await vi.advanceTimersByTimeAsync(1_000);
  document.querySelector('button')?.click();
  expect(loaded).toHaveBeenCalledTimes(1);
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  bringBackTyped();
  document.dispatchEvent(new Event('readystatechange'));
  expect(field().value).toBe('cold boot');
  field().value = '';
  bringBackTyped();
  document.dispatchEvent(new Event('readystatechange'));
  expect(field().value, 'loaded once more').toBe('');
});
