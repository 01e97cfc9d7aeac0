// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findChains } from '../../src/anchor/chain.ts';
import { type Anchored, anchor, describe } from '../../src/anchor/index.ts';
import { rangeOf, show, textNodes } from './page.ts';

const OFTEN = `<p>Soundings are taken by the lead and line, at every turn of the glass. Whoever has the watch calls the
  depth aloud and chalks it on the board beside the wheel, with the colour of what the tallow brought up, for sand and
  shell and blue mud each tell the pilot where the ship has come to.</p>`;
const OF_OLD = '<p>Of old it was so.</p>';
const LATER = '<p>Longer ago than anyone who sails here can tell, all was done by hand and by eye.</p>';

/** Where the n-th of some that say the same, all around too, is found when the page has become another. */
function findNth(nth: number, of: number, after: string): { found: Anchored; places: Node[] } {
  const range = rangeOf(show(OF_OLD + OFTEN.repeat(of)), 'lead and line', nth);
  const selectors = describe(range, document.body);
  const body = show(after);
  const places = textNodes(body).filter(({ data }) => data.includes('lead and line'));
  return { found: anchor(body, selectors), places };
}

test('of places that say the same all around the one with as many before it is taken', () => {
  for (const nth of [0, 1, 2, 3]) {
    for (const before of [OF_OLD, LATER]) {
      const { found, places } = findNth(nth, 4, before + OFTEN.repeat(4));
      expect(found.state === 'anchored' && found.range.startContainer).toBe(places[nth]);
    }
  }
});

test('of two places that nothing tells apart neither is taken', () => {
  const { found } = findNth(4, 9, LATER + OFTEN.repeat(4));
  expect(found).toEqual({ state: 'orphaned', reason: 'ambiguous' });
});

test('where whoever described it has not counted, the first is not taken for the one', () => {
  const body = show(OF_OLD + OFTEN.repeat(2) + LATER);
  const exact = textNodes(body).find(({ data }) => data.includes('lead and line'))?.data ?? '';
  const found = anchor(body, [{ type: 'TextQuoteSelector', exact }]);
  expect(found).toEqual({ state: 'orphaned', reason: 'ambiguous' });
});

test('nor where one of them stands before the first section of the page', () => {
  const exact = 'Whoever has the watch calls the depth aloud.';
  const said = `<p>${exact}</p>`;
  const body = show([OF_OLD, said, LATER, '<h2 id="deep">Deep water</h2>', said, LATER].join(''));
  const found = anchor(body, [{ type: 'TextQuoteSelector', exact }]);
  expect(found).toEqual({ state: 'orphaned', reason: 'ambiguous' });
});

test('of two long passages that say nearly the same and were both edited neither is taken', () => {
  const LAMPS = '<p>Lamps are trimmed before sunset by whoever has the watch.</p>';
  const body = show(OF_OLD + OFTEN + LAMPS);
  const range = rangeOf(body, 'Whoever');
  const selectors = describe(rangeTo(range, rangeOf(body, 'come to.')), body);
  const one = OFTEN.replace('aloud', 'out loud');
  const other = OFTEN.replace('chalks', 'writes');
  const found = anchor(show([LATER, one, LAMPS, LATER, other, LAMPS].join('')), selectors);
  expect(found).toEqual({ state: 'orphaned', reason: 'ambiguous' });
});

test('a way that begins as another does and goes on elsewhere is a way too', () => {
  const shared = { i: 0, j: 100, length: 40 };
  const near = { i: 40, j: 143, length: 12 };
  const far = { i: 40, j: 160, length: 12 };
  const ways = findChains([shared, near, far]).map((way) => way.map(({ j }) => j));
  expect(ways).toEqual([[100, 143], [160]]);
});

function rangeTo(range: Range, last: Range): Range {
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}
