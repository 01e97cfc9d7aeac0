// @vitest-environment happy-dom
import './static-range.ts';
import { expect, test } from 'vitest';
import { anchor, describe } from '../../src/anchor/index.ts';
import { chooseBest } from '../../src/capture/choice.ts';
import type { Placed } from '../../src/capture/placed.ts';
import { hold } from '../../src/capture/ranges.ts';
import type { Mark } from '../../src/wire/messages.ts';

const TEXT = 'Press the green key twice and wait for the tone to end.';

function rangeIn(root: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(root.lastElementChild as Element);
  return range;
}

function placeIn(root: Element, mark: Mark): Placed {
  const anchored = anchor(root, mark.selectors);
  if (anchored.state === 'orphaned') return { mark, anchored, text: '', element: null, roots: [root] };
  return { mark, anchored: { ...anchored, range: hold(anchored.range) }, text: TEXT, element: null, roots: [root] };
}

test.each([0, 1, 2])(
  'of frames that all say the same, the one whose words around it are those that were there: %i',
  (n) => {
    document.body.innerHTML = ['First example', 'Second example', 'Third example']
      .map((title) => `<section><h2>${title}</h2><p>${TEXT}</p></section>`)
      .join('');
    const roots = [...document.querySelectorAll('section')];
    const kept = roots[n] as Element;
    const mark: Mark = { team: '', id: 'key', tone: 'own', selectors: describe(rangeIn(kept), kept) };
    const best = chooseBest(roots.map((root) => ({ root, placed: placeIn(root, mark) })));
    expect(best?.roots).toEqual([kept]);
  },
);

test('where it stands as it was comes before where it was changed, and either before nowhere', () => {
  document.body.innerHTML = `<section><h2>Example</h2><p>${TEXT}</p></section><section><p>${TEXT.replace('green', 'red')}</p></section><section><p>Nothing.</p></section>`;
  const [first, edited, none] = [...document.querySelectorAll<Element>('section')] as [Element, Element, Element];
  const mark: Mark = { team: '', id: 'key', tone: 'own', selectors: describe(rangeIn(first), first) };
  const find = (...roots: Element[]) => chooseBest(roots.map((root) => ({ root, placed: placeIn(root, mark) })));
  expect(find(none, edited, first)?.anchored.state).toBe('anchored');
  expect(find(none, edited)?.anchored.state).toBe('changed');
  expect(find(none)?.anchored.state).toBe('orphaned');
  expect(find()).toBeUndefined();
});
