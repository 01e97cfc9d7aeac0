// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNews, type News } from '../../src/capture/news.ts';

// Here elements alone know their text, which in a browser every node does.
vi.mock('../../src/capture/dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/capture/dom.ts')>()),
  allTextOf: (node: Node) => node.textContent ?? '',
}));

let news: News;
let observer: MutationObserver;

beforeEach(() => {
  document.body.innerHTML = '<p id="clock">12:00</p><p id="log"></p>';
  news = createNews();
  observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
});

afterEach(() => observer.disconnect());

/** One turn of the page. */
function turn(change: () => void): void {
  change();
  news.take(observer.takeRecords());
}

const at = (id: string): Element => document.getElementById(id) as Element;

test('a clock that ticks for hours never comes to more letters than it shows', () => {
  for (let i = 0; i < 60; i++) turn(() => at('clock').replaceChildren(`12:${10 + (i % 50)}`));
  expect(news.letters()).toBe(5);
  expect(news.isFlood()).toBe(false);
});

test('text that is written bit by bit adds up', () => {
  for (const piece of 'Whoever closes a valve writes down the time.'.match(/.{1,4}/g) ?? []) {
    turn(() => at('log').append(piece));
  }
  expect(news.letters()).toBe(44);
});

test('one that is written into a text counts as all of that, once for many changes', () => {
  const text = at('clock').firstChild as Text;
  turn(() => {
    for (let i = 0; i < 10; i++) text.appendData('.');
  });
  expect(news.letters()).toBe(15);
});

test('an element without text is something, and of a flood nothing is counted: all of it may be new', () => {
  turn(() => at('log').append(document.createElement('img')));
  expect(news.letters()).toBe(1);
  turn(() => {
    for (let i = 0; i < 300; i++) at('log').append('x');
  });
  expect([news.letters(), news.isFlood()]).toEqual([Number.POSITIVE_INFINITY, true]);
});
