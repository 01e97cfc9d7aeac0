// @vitest-environment happy-dom
import './static-range.ts';
import '../browser/fake-browser.ts';
import { expect, test } from 'vitest';
import { describe as describeRange } from '../../src/anchor/index.ts';
import { place } from '../../src/capture/place.ts';
import type { Placed } from '../../src/capture/placed.ts';
import { toPlacements } from '../../src/capture/placements.ts';
import type { Mark } from '../../src/wire/messages.ts';

function markOf(text: string): Mark {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return { team: '', id: text, tone: 'own', selectors: describeRange(range, document) };
  }
  throw new Error(`no ${text}`);
}

test('passages are told in page order, lost ones last, with nothing of the page', async () => {
  document.body.innerHTML =
    '<p>First the moon pulls the sea towards it.</p><p>Then the sun lends a hand of its own.</p><p>Last comes the wind from over the hills.</p>';
  const marks = [markOf('comes the wind'), markOf('the moon pulls'), markOf('the sun lends')];
  document.querySelector('p:nth-of-type(2)')?.remove();
  const placements = toPlacements(await place(marks));
  expect([...placements].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).map(({ id, state }) => [id, state])).toEqual([
    ['the moon pulls', 'anchored'],
    ['comes the wind', 'anchored'],
    ['the sun lends', 'orphaned'],
  ]);
  expect(JSON.stringify(placements)).not.toContain('towards it');
});

test('a passage in a shadow root is looked for there', async () => {
  document.body.innerHTML = '<p>Light text</p><x-card id="card"></x-card>';
  const root = (document.getElementById('card') as Element).attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Inside the shadow lives a sentence.</p>';
  const text = root.querySelector('p')?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 17);
  const selectors = [...describeRange(range, root), { type: 'ShadowHostsSelector', value: ['#card'] }];
  const found = async (): Promise<Placed[]> => place([{ team: '', id: 'x', tone: 'own', selectors }]);
  expect((await found())[0]?.anchored.state).toBe('anchored');
  document.getElementById('card')?.remove();
  expect((await found())[0]?.anchored.state).toBe('orphaned');
});

test.each([['>>>'], ['#missing'], ['<script>']])(
  'a path of a colleague that leads nowhere (%s) loses the passage',
  async (path) => {
    const selectors = [
      { type: 'TextQuoteSelector', exact: 'x' },
      { type: 'ShadowHostsSelector', value: [path] },
    ];
    const [placed] = await place([{ team: 't', id: 'x', tone: 'team', selectors }]);
    expect(placed?.anchored.state).toBe('orphaned');
  },
);
