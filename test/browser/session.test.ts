import './fake-browser.ts';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { leaveIntent, onIntent, takeIntent } from '../../src/browser/session.ts';
import { intentKey } from '../../src/wire/intent-key.ts';
import type { Intent } from '../../src/wire/session.ts';
import { fakeBrowser } from './fake-browser.ts';
import { world } from './fake-world.ts';

const intent: Intent = { intent: 'notice', code: 'page-closed' };
const HERE = 3;
const ELSEWHERE = 4;

const inWindow = (windowId: number) => {
  world.tabs = [{ id: 7, windowId, active: true }];
};
beforeEach(() => inWindow(HERE));
afterEach(() => vi.useRealTimers());

test('what was left is taken once, also by two pages at once', async () => {
  await leaveIntent(HERE, intent);
  const taken = await Promise.all([takeIntent(), takeIntent()]);
  expect(taken).toEqual([intent, null]);
});

test('what was left for another window stays for the page that belongs to it', async () => {
  await leaveIntent(ELSEWHERE, intent);
  expect(await takeIntent()).toBeNull();
  inWindow(ELSEWHERE);
  expect(await takeIntent()).toEqual(intent);
});

test('what was left for one window does not take the place of what was left for another', async () => {
  const other: Intent = { intent: 'ask-words', words: 'why' };
  await leaveIntent(ELSEWHERE, other);
  await leaveIntent(HERE, intent);
  expect(await takeIntent()).toEqual(intent);
  inWindow(ELSEWHERE);
  expect(await takeIntent()).toEqual(other);
});

test('what no page came for within a minute does not appear in one that is opened much later', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await leaveIntent(HERE, intent);
  vi.advanceTimersByTime(61_000);
  expect(await takeIntent()).toBeNull();
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

test('a page that was opened for nothing asks for no lock: in a popup that opens it would stand still until there is one', async () => {
  const asked = vi.spyOn(navigator.locks, 'request');
  onTestFinished(() => asked.mockRestore());
  expect(await takeIntent()).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});

test('a page that is open hears that something was left, and not that it was taken', async () => {
  let heard = 0;
  const stop = onIntent(() => heard++);
  await leaveIntent(HERE, intent);
  await takeIntent();
  stop();
  await leaveIntent(HERE, intent);
  expect(heard).toBe(1);
});

test('what fits no intent is dropped', async () => {
  await fakeBrowser.storage.session.set({ [intentKey(HERE)]: { at: Date.now(), intent: { intent: 'dance' } } });
  expect(await takeIntent()).toBeNull();
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});
