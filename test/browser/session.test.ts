import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isIntentLeft, leaveIntent, onIntent, takeBack, takeIntent } from '../../src/browser/session.ts';
import { INTENTS } from '../../src/wire/intent-key.ts';
import type { Intent } from '../../src/wire/session.ts';
import { fakeBrowser } from './fake-browser.ts';
import { world } from './fake-world.ts';

const intent: Intent = { intent: 'notice', code: 'page-closed' };
const HERE = 3;
const ELSEWHERE = 4;

const inWindow = (windowId: number) => {
  world.tabs = [HERE, ELSEWHERE].map((one) => ({ id: one, windowId: one, active: one === windowId }));
};
beforeEach(() => inWindow(HERE));
afterEach(() => vi.useRealTimers());

const lying = async () => (await fakeBrowser.storage.session.get(INTENTS))[INTENTS];

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
  const record: Intent = { intent: 'record', team: '', id: 'r', note: true };
  for (const left of [intent, record]) {
    await leaveIntent(HERE, left);
    vi.advanceTimersByTime(61_000);
    expect(await takeIntent()).toBeNull();
    expect(await lying()).toEqual([]);
  }
});

describe('somebody’s text, which stands nowhere else,', () => {
  const notKept = (text: string): Intent => ({ intent: 'not-kept', code: 'disk-full', text });
  const texts: Intent[] = [
    notKept('The passage'),
    { intent: 'ask', draft: { id: 'q', href: 'https://a.example/', title: 'A', quote: 'words', selectors: [] } },
    { intent: 'ask-words', words: 'why' },
  ];

  test.each(texts)('waits until it is taken: $intent', async (text) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await leaveIntent(HERE, text);
    vi.advanceTimersByTime(86_400_000);
    expect(await takeIntent()).toEqual(text);
    expect(await takeIntent()).toBeNull();
  });

  test.each(texts)('does not go for what is left later: $intent', async (text) => {
    await leaveIntent(HERE, text);
    await leaveIntent(HERE, intent);
    expect([await takeIntent(), await takeIntent(), await takeIntent()]).toEqual([intent, text, null]);
  });

  test('of several that were not kept all comes at once, and what was tried again only once', async () => {
    for (const text of ['The passage', 'Another', 'The passage']) await leaveIntent(HERE, notKept(text));
    await leaveIntent(ELSEWHERE, notKept('Elsewhere'));
    expect([await takeIntent(), await takeIntent()]).toEqual([notKept('Another\n\nThe passage'), null]);
  });

  test('takes room once, however often it was tried', async () => {
    const passage = 'x'.repeat(900_000);
    for (let i = 0; i < 12; i++) await leaveIntent(HERE, notKept(passage));
    expect(await lying()).toHaveLength(1);
    expect(await takeIntent()).toEqual(notKept(passage));
  });

  test('is asked about in one form, however often it was tried; another passage or page in one of its own', async () => {
    const ask = (id: string, quote: string, href = 'https://a.example/'): Intent => {
      return { intent: 'ask', draft: { id, href, title: 'A', quote, selectors: [] } };
    };
    const tries = [ask('1', 'words'), ask('2', 'others'), ask('3', 'words'), ask('4', 'words', 'https://b.example/')];
    for (const left of [...tries, ask('5', 'words')]) await leaveIntent(HERE, left);
    await leaveIntent(ELSEWHERE, ask('6', 'words'));
    const taken = [await takeIntent(), await takeIntent(), await takeIntent(), await takeIntent()];
    expect(taken).toEqual([ask('5', 'words'), tries[3], tries[1], null]);
  });

  test('is for the next page where its window was closed, which is no reason to show anything else there', async () => {
    for (const left of [...texts, intent]) await leaveIntent(ELSEWHERE, left);
    expect(await takeIntent()).toBeNull();
    world.tabs = world.tabs.filter(({ windowId }) => windowId === HERE);
    const taken = [await takeIntent(), await takeIntent(), await takeIntent(), await takeIntent()];
    expect(taken).toEqual([...texts.toReversed(), null]);
  });

  test('is not taken back with what was left after it', async () => {
    await leaveIntent(HERE, notKept('The passage'));
    const word = await leaveIntent(HERE, intent);
    expect([await isIntentLeft(word), await takeBack(word), await takeBack(word)]).toEqual([true, true, false]);
    expect(await isIntentLeft(word)).toBe(false);
    expect(await takeIntent()).toEqual(notKept('The passage'));
  });
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

test('what is left for a window that is opened while something is taken elsewhere is for that window', async () => {
  const text: Intent = { intent: 'ask-words', words: 'why' };
  world.tabs = world.tabs.filter(({ windowId }) => windowId === HERE);
  await leaveIntent(5, intent);
  await import('../../src/browser/take-left.ts');
  // Whoever leaves it has the lock while the page that takes something waits for it.
  let goOn = () => {};
  const isHeld = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  void navigator.locks.request('sidelight-intent', () => isHeld);
  const left = leaveIntent(ELSEWHERE, text);
  const taken = takeIntent();
  await new Promise((resolve) => setTimeout(resolve, 10));
  world.tabs.push({ id: ELSEWHERE, windowId: ELSEWHERE });
  goOn();
  await left;
  expect([await taken, await takeIntent()]).toEqual([null, null]);
  inWindow(ELSEWHERE);
  expect(await takeIntent()).toEqual(text);
});

test.each([
  [
    'entries',
    [null, 5, 'dance', {}, { id: 'd', windowId: HERE, at: 1 }, { windowId: HERE, intent: { intent: 'ask' } }],
  ],
  ['a whole', { intent: 'dance' }],
])('%s without any shape keep nobody from leaving and taking', async (_what, malformed) => {
  await fakeBrowser.storage.session.set({ [INTENTS]: malformed });
  let heard = 0;
  const stop = onIntent(() => heard++);
  const draft = { id: 'q', href: 'https://a.example/', title: 'A', selectors: [] };
  await leaveIntent(HERE, { intent: 'ask', draft });
  stop();
  expect(heard).toBe(1);
  expect(await takeIntent()).toEqual({ intent: 'ask', draft });
  expect(await takeIntent()).toBeNull();
  expect(await lying()).toEqual([]);
});

test('what fits no intent is dropped', async () => {
  const dance = { id: 'd', windowId: HERE, at: Date.now(), intent: { intent: 'dance' } };
  await fakeBrowser.storage.session.set({ [INTENTS]: [dance] });
  expect(await takeIntent()).toBeNull();
  expect(await lying()).toEqual([]);
});
