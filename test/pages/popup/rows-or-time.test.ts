import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Desk } from '../../../src/pages/popup/desk.ts';
import { rowsOrTime } from '../../../src/pages/popup/rows-or-time.ts';

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Object.assign(globalThis, { opening: undefined });
});

const never = new Promise<never>(() => {});
const after = <T>(ms: number, what: T) => new Promise<T>((resolve) => setTimeout(() => resolve(what), ms));

/** Milliseconds until the popup is drawn, where the database and then the rows take so long. */
async function drawnAfter({ database = never, home = never, answer }: Record<string, Promise<unknown>>) {
  Object.assign(globalThis, { opening: { database, home, seen: {} } });
  const from = Date.now();
  let drawn: number | undefined;
  const desk = answer ? { begun: { typed: 'a', limit: 10, answer } } : {};
  void rowsOrTime(desk as Desk).then(() => {
    drawn = Date.now() - from;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  return drawn;
}

test('it is drawn once, with its rows, where these are there soon', async () => {
  expect(await drawnAfter({ database: after(4, null), home: after(9, null) })).toBe(9);
});

test('who has typed already waits for what is found, not for the home', async () => {
  expect(await drawnAfter({ database: after(4, null), home: after(5, null), answer: after(20, null) })).toBe(20);
});

test('what goes wrong is no reason to wait: it is drawn, and said there', async () => {
  const refused = after(6, null).then(() => Promise.reject(new Error('It is damaged.')));
  expect(await drawnAfter({ database: after(4, null), home: refused })).toBe(6);
});

test('a database that nobody has open is not waited for: there is time to draw before it answers', async () => {
  const drawn = await drawnAfter({ home: after(1, null) });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThan(20);
});

test('rows that take long are not waited for either', async () => {
  const drawn = await drawnAfter({ database: after(4, null) });
  expect(drawn).toBeLessThan(60);
});

test('where nothing was begun it is drawn at once', async () => {
  let isDrawn = false;
  void rowsOrTime({} as Desk).then(() => {
    isDrawn = true;
  });
  await Promise.resolve();
  expect(isDrawn).toBe(true);
});

test.each([
  ['is read', 11, 11],
  ['is opened', 2, 4],
])('who goes on typing while it %s does not wait for what is no longer asked', async (_, typedMs, drawnMs) => {
  setTimeout(() => page.dispatchEvent(new Event('input')), typedMs);
  expect(await drawnAfter({ database: after(4, null), home: after(30, null) })).toBe(drawnMs);
});
