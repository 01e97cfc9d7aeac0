// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageLayer } from '../../src/capture/layer.ts';
import { events, fakeBrowser } from '../browser/fake-browser.ts';

/** Addresses that marks were asked for, in order. */
const asked: string[] = [];
const painted: number[] = [];
const layer: PageLayer = {};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  asked.length = painted.length = 0;
  history.replaceState(null, '', '#/start');
  fakeBrowser.runtime.sendMessage = async (said) => {
    const { say, takes } = said as { say: string; takes: { href: string } };
    if (say === 'marks') asked.push(new URL(takes.href).hash);
    return { ok: true, value: { marks: [], count: asked.length, bar: false } };
  };
  layer.painter = { paint: ({ count }) => void painted.push(count), show: () => {}, rest: () => {} };
  Object.assign(globalThis, { sidelight: layer });
});

afterEach(() => {
  layer.resident?.rest();
  setView('visible');
  vi.useRealTimers();
});

async function arrive(): Promise<void> {
  await import('../../src/capture/main.ts');
  await pass();
}

const pass = (ms = 1_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

function setView(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function returnFromCache(persisted: boolean): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

test('a tab that nobody touches asks once, and then there is nothing that could wake it', async () => {
  await arrive();
  await pass(3_600_000);
  expect(asked).toEqual(['#/start']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that moved on out of view is a new one when it is seen, though what was asked before is answered meanwhile', async () => {
  const news: (boolean | undefined)[] = [];
  let answer = (_: unknown): void => {};
  fakeBrowser.runtime.sendMessage = (said) => {
    news.push((said as { takes: { isNew?: boolean } }).takes.isNew);
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  await import('../../src/capture/main.ts');
  await pass(10);
  setView('hidden');
  history.pushState(null, '', '#/second');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await pass(500);
  answer({ ok: true, value: { marks: [], count: 1, bar: false } });
  await pass(10);
  setView('visible');
  await pass(10);
  expect(news).toEqual([true, true]);
  expect(painted).toEqual([]);
});

test('a page that is prerendered, or loads in a tab behind, does nothing until it comes into view', async () => {
  setView('hidden');
  await arrive();
  await pass(60_000);
  expect(asked).toEqual([]);
  setView('visible');
  await pass();
  expect(asked).toEqual(['#/start']);
  setView('hidden');
  setView('visible');
  await pass();
  expect(asked).toEqual(['#/start']);
});

test('a page that comes back from the back-forward cache asks again; one that is merely shown does not', async () => {
  await arrive();
  returnFromCache(false);
  await pass();
  expect(asked).toHaveLength(1);
  returnFromCache(true);
  await pass();
  expect(asked).toHaveLength(2);
});

test('of answers that come late only that for the present address is painted', async () => {
  const answers: ((value: unknown) => void)[] = [];
  fakeBrowser.runtime.sendMessage = () => new Promise((resolve) => answers.push(resolve));
  await arrive();
  history.replaceState(null, '', '#/two');
  window.dispatchEvent(new Event('hashchange'));
  await pass(200);
  expect(answers).toHaveLength(2);
  const answer = (count: number) => ({ ok: true, value: { marks: [], count, bar: false } });
  answers[1]?.(answer(2));
  answers[0]?.(answer(1));
  await pass();
  expect(painted).toEqual([2]);
});

test('of two versions in one page the older rests, and the newer alone is told of moves', async () => {
  await arrive();
  vi.resetModules();
  await arrive();
  asked.length = 0;
  await Promise.all(events.onMessage.happen({ tell: 'refresh' }, {}));
  await pass();
  expect(asked).toEqual(['#/start']);
});

test('once the extension is gone nothing more is asked', async () => {
  await arrive();
  fakeBrowser.runtime.id = undefined;
  returnFromCache(true);
  await pass();
  expect(asked).toHaveLength(1);
});
