// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { isTaken } from '../../src/capture/dom.ts';
import { createEar } from '../../src/capture/ear.ts';
import { watchedTrees } from '../../src/capture/place.ts';
import { isStanding, treesOf } from '../../src/capture/placed.ts';
import { watchPage } from '../../src/capture/watch.ts';

/** What Firefox leaves of a thing whose frame has gone: whatever it is asked, it throws. */
function dead<T extends object>(): T {
  const refuse = () => {
    throw new TypeError("can't access dead object");
  };
  return new Proxy({} as T, { get: refuse, set: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse });
}

afterEach(() => {
  vi.useRealTimers();
});

test('what is dead is known to be, and nothing else is', () => {
  expect(isTaken(dead())).toBe(true);
  for (const living of [document, window, document.createRange(), document.body]) expect(isTaken(living)).toBe(false);
});

test('a passage in a frame that has gone stands no more, and no tree of it is watched', () => {
  const mark = { team: '', id: 'one', tone: 'own' as const, selectors: [] };
  const anchored = { state: 'anchored' as const, range: dead<StaticRange>() };
  const placed = { mark, anchored, text: '', element: null, roots: [] };
  expect(isStanding(placed)).toBe(false);
  expect(treesOf([placed]).size).toBe(0);
  expect([...watchedTrees([placed])]).toEqual([document]);
});

test('what was taken out of the page stands in no tree that could be dressed, watched or heard in', () => {
  const mark = { team: '', id: 'one', tone: 'own' as const, selectors: [] };
  const host = document.body.appendChild(document.createElement('div'));
  const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
  const placeIn = (node: Node) => {
    const range = { startContainer: node, startOffset: 0, endContainer: node, endOffset: 0 } as StaticRange;
    return { mark, anchored: { state: 'anchored' as const, range }, text: '', element: null, roots: [] };
  };
  expect([...treesOf([placeIn(document.body), placeIn(inner)])]).toEqual([document, host.shadowRoot]);
  inner.remove();
  expect([...treesOf([placeIn(inner)])]).toEqual([]);
});

test('no longer hearing a document that has gone is done in silence', () => {
  const ear = createEar('click', () => {});
  let isGone = false;
  const frame = document.implementation.createHTMLDocument('frame');
  const going = new Proxy(frame, {
    has: (target, name) => (isGone ? Reflect.has(dead(), name) : name in target),
    get: (target, name) => {
      const value = Reflect.get(isGone ? dead<object>() : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  ear.hearIn([going]);
  isGone = true;
  expect(() => ear.hearIn([])).not.toThrow();
});

test('a look that failed is not the last one', async () => {
  vi.useFakeTimers();
  const failures: unknown[] = [];
  const hear = (error: unknown) => failures.push(error);
  process.on('unhandledRejection', hear);
  let looks = 0;
  const watch = watchPage(
    () => [document],
    async () => {
      looks++;
      if (looks === 1) throw new Error('seen');
      return null;
    },
  );
  for (let i = 0; i < 2; i++) {
    document.body.append('more');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(looks).toBe(2);
  watch.stop();
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off('unhandledRejection', hear);
  expect(failures).toHaveLength(1);
});
