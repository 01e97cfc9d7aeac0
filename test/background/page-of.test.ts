import { expect, test } from 'vitest';
import { isPageOf } from '../../src/background/page-of.ts';

test.each([
  ['the page itself', 'https://a.example/x', 'https://a.example/x', true],
  ['another route of the same application', 'https://a.example/y#z', 'https://a.example/x', true],
  ['another site', 'https://b.example/x', 'https://a.example/x', false],
  ['another port', 'https://a.example:8443/x', 'https://a.example/x', false],
  ['plain http', 'http://a.example/x', 'https://a.example/x', false],
  ['a file itself, at another place in it', 'file:///home/me/a.html?p=1#b', 'file:///home/me/a.html', true],
  ['another file', 'file:///home/me/b.html', 'file:///home/me/a.html', false],
  ['a file of another machine', 'file://there/home/me/a.html', 'file:///home/me/a.html', false],
  ['something without an origin', 'data:text/html,x', 'data:text/html,y', false],
  ['no address', '', 'https://a.example/x', false],
])('a page speaks for itself and its own site alone: %s', (_, href, url, is) => {
  expect(isPageOf(href, { tabId: 1, frameId: 0, url })).toBe(is);
});

test('a frame in it does not speak for it', () => {
  expect(isPageOf('https://a.example/x', { tabId: 1, frameId: 3, url: 'https://a.example/x' })).toBe(false);
});

test('a file is itself also where the browser tells of no origin, as of pages in a sandbox', () => {
  const url = 'file:///home/me/a.html';
  expect(isPageOf(`${url}?p=1#b`, { tabId: 1, frameId: 0, url, origin: 'null' })).toBe(true);
});
