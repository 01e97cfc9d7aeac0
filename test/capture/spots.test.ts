// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compareSpots, createSpots } from '../../src/capture/spots.ts';

const PAGE =
  '<h1>Tides</h1><p>The <b>moon <i>pulls</i></b> the sea.</p><div><p>The sea</p> follows <br><p></p></div><img>late';

/** Every place there is in a tree. */
function placesIn(node: Node): [Node, number][] {
  const length = node instanceof Text ? node.data.length : node.childNodes.length;
  const own = Array.from({ length: length + 1 }, (_, at): [Node, number] => [node, at]);
  return [...own, ...[...node.childNodes].flatMap(placesIn)];
}

test('places come in the order in which a browser has them', () => {
  document.body.innerHTML = PAGE;
  const places = placesIn(document.body);
  const spotOf = createSpots();
  const place = fc.constantFrom(...places);
  fc.assert(
    fc.property(place, place, (one, other) => {
      const range = document.createRange();
      range.setStart(...one);
      const isBehind = Math.sign(range.comparePoint(...other));
      expect(Math.sign(compareSpots(spotOf(...other), spotOf(...one)))).toBe(isBehind);
    }),
  );
});

test('two trees are told apart, and their places do not mix', () => {
  document.body.innerHTML = '<p>one</p><p>two</p>';
  const shadow = document.body.attachShadow({ mode: 'open' });
  shadow.append('three');
  const spotOf = createSpots();
  const [one, two] = [...document.querySelectorAll('p')].map((p) => spotOf(p, 0));
  const three = spotOf(shadow.firstChild as Node, 0);
  expect(one?.[0]).toBe(two?.[0]);
  expect(three[0]).not.toBe(one?.[0]);
});

test('the children of a node are counted once, however many places are asked for', () => {
  document.body.innerHTML = '<p>late</p>'.repeat(200);
  const paragraphs = [...document.querySelectorAll('p')];
  const next = vi.spyOn(Map.prototype, 'set');
  const spotOf = createSpots();
  for (const paragraph of paragraphs) spotOf(paragraph, 0);
  // Once each, and a few above.
  expect(next.mock.calls.length).toBeLessThan(250);
  next.mockRestore();
});
