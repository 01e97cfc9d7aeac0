// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onMove } from '../../src/capture/moves.ts';

let moves = 0;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '#start');
  moves = 0;
  stop = onMove(() => moves++);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function go(hash: string, event = 'popstate'): Promise<void> {
  history.replaceState(null, '', hash);
  window.dispatchEvent(new Event(event));
  await vi.advanceTimersByTimeAsync(50);
}

test('a move is heard after a moment', async () => {
  await go('#/two');
  await vi.advanceTimersByTimeAsync(200);
  expect(moves).toBe(1);
});

test('an address rewritten with every step of scrolling is one move', async () => {
  for (let i = 0; i < 100; i++) await go(`#/at-${i}`);
  await vi.advanceTimersByTimeAsync(200);
  expect(moves).toBe(1);
});

test('no move, no news: the same address again', async () => {
  await go('#start', 'hashchange');
  await vi.advanceTimersByTimeAsync(200);
  expect(moves).toBe(0);
});
