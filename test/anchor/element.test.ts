// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { anchor, describeElement, isStill } from '../../src/anchor/index.ts';
import { show } from './page.ts';

test('an element without text is found by its place, and not if several answer', () => {
  const body = show(`<p>Of tides.</p><figure><img alt="chart"></figure><figure><img alt="quay"></figure>`);
  const image = body.querySelectorAll('img')[1];
  if (!image) throw new Error('no image');
  const selectors = describeElement(image, body);
  const found = anchor(body, selectors);
  expect(found.state === 'anchored' && found.range.cloneContents().querySelector('img')?.alt).toBe('quay');
  expect(anchor(body, [{ type: 'CssSelector', value: 'img' }])).toEqual({ state: 'orphaned', reason: 'not-found' });
});

const ALIKE = '<p><img alt="pump A" src="/a.svg"></p><p><img alt="pump B" src="/b.svg"></p>';

test.each([
  ['another came before it', `<p><img alt="advert" src="/c.svg"></p>${ALIKE}`, 'pump B'],
  ['all is where it was', ALIKE, 'pump B'],
  ['another now stands there', ALIKE.replace('pump B', 'advert').replace('/b.svg', '/c.svg'), 'not-found'],
  ['it is called otherwise', ALIKE.replace('pump B', 'Pump B, from the side'), 'Pump B, from the side'],
  ['its file has another address', ALIKE.replace('/b.svg', '/b.1f3.svg?w=80'), 'pump B'],
  ['only what a server is asked beside has changed', ALIKE.replaceAll('.svg', '.svg?v=2'), 'pump B'],
  ['it is gone', ALIKE.replace('<img alt="pump B" src="/b.svg">', ''), 'not-found'],
  ['it stands twice, and one is where it was', `${ALIKE}<img alt="pump B" src="/b.svg">`, 'pump B'],
  ['its name stands twice, with other files', ALIKE.replaceAll('pump A', 'pump B').replaceAll('/b', '/d'), 'ambiguous'],
])('a picture is known by its name and its file: %s', (_, after, expected) => {
  const body = show(ALIKE);
  const selectors = describeElement(body.querySelectorAll('img')[1] as Element, body);
  const now = show(after);
  const found = anchor(now, selectors);
  const said = found.state === 'anchored' ? found.range.cloneContents().querySelector('img')?.alt : null;
  expect(said ?? (found.state === 'orphaned' && found.reason)).toBe(expected);
});

test('pictures that nothing tells apart are known by their place, and what is kept says nothing of their address', () => {
  const body = show('<img src="/p?key=secret"><img src="/p?key=other"><canvas></canvas>');
  const selectors = describeElement(body.querySelectorAll('img')[1] as Element, body);
  expect(JSON.stringify(selectors)).not.toMatch(/secret|other/);
  const found = anchor(body, selectors);
  expect(found.state === 'anchored' && found.range.startOffset).toBe(1);
  expect(anchor(body, describeElement(body.querySelector('canvas') as Element, body)).state).toBe('anchored');
});

test('pictures whose files stand in their addresses are told apart, however long these are', () => {
  const file = `data:image/png;base64,${'A'.repeat(100_000)}`;
  const body = show(`<img src="${file}one="><img src="${file}two=">`);
  const selectors = describeElement(body.querySelectorAll('img')[1] as Element, body);
  const found = anchor(show(`<img src="${file}two="><img src="${file}one=">`), selectors);
  expect(found.state === 'anchored' && found.range.startOffset).toBe(0);
});

test('what was kept is not taken for what stands in its place', () => {
  const body = show(ALIKE);
  const image = body.querySelectorAll('img')[1] as HTMLImageElement;
  const selectors = describeElement(image, body);
  expect(isStill(image, selectors)).toBe(true);
  image.src = '/d.svg';
  expect(isStill(image, selectors)).toBe(true);
  image.alt = 'advert';
  expect(isStill(image, selectors)).toBe(false);
  expect(isStill(image, [{ type: 'CssSelector', value: 'img' }])).toBe(true);
});

test('an element of a shadow root is told from one that stands alike further in', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<p><img alt="chart"></p><img alt="quay">';
  const image = root.querySelectorAll('img')[1];
  if (!image) throw new Error('no image');
  const found = anchor(root, describeElement(image, root));
  expect(found.state === 'anchored' && found.range.cloneContents().querySelector('img')?.alt).toBe('quay');
});

test('an id that stands twice on a page leads to neither, so the way there is kept instead', () => {
  const body = show('<div id="chart"><img alt="chart"></div><div id="chart"><img alt="quay"></div>');
  const image = body.querySelectorAll('img')[1];
  if (!image) throw new Error('no image');
  const found = anchor(body, describeElement(image, body));
  expect(found.state === 'anchored' && found.range.cloneContents().querySelector('img')?.alt).toBe('quay');
});

test('a picture that is loaded late is known before it is, and one by its sources alone', () => {
  const late = '<img src="/blank.gif" data-src="/a.svg"><img src="/blank.gif" data-src="/b.svg">';
  const body = show(late.replaceAll(/src="\/blank.gif" data-/g, ''));
  const selectors = describeElement(body.querySelectorAll('img')[1] as Element, body);
  const found = anchor(show(`<img src="/blank.gif" data-src="/c.svg">${late}`), selectors);
  expect(found.state === 'anchored' && found.range.startOffset).toBe(2);
  const sources = show('<img srcset="/a.png 1x, /a2.png 2x"><img srcset="/b.png 1x">');
  const second = describeElement(sources.querySelectorAll('img')[1] as Element, sources);
  expect(anchor(show('<img srcset="/c.png 1x"><img srcset="/d.png 1x"><img srcset="/b.png 1x">'), second).state).toBe(
    'anchored',
  );
  expect(anchor(show('<img srcset="/c.png 1x"><img srcset="/d.png 1x">'), second).state).toBe('orphaned');
});
