// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import './static-range.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forget } from '../../src/anchor/index.ts';
import { describeSoon } from '../../src/capture/describe-soon.ts';
import { describePassage, findSelected, type Passage } from '../../src/capture/passage.ts';
import { compareSpots, createSpots } from '../../src/capture/spots.ts';

beforeEach(() => {
  forget(document.body);
  document.body.innerHTML = Array.from(
    { length: 50 },
    (_, i) => `<p id="p${i}">The moon pulls the sea, and ${i % 5} boats with it, before the ${i}th hour.</p>`,
  ).join('');
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Text nodes looked at in one turn of the page, where a slice is over after each. */
function countWork() {
  let inTurn = 0;
  let most = 0;
  let turns = 0;
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const next = TreeWalker.prototype.nextNode;
  vi.spyOn(TreeWalker.prototype, 'nextNode').mockImplementation(function (this: TreeWalker) {
    if (inTurn++ === 0)
      setImmediate(() => {
        turns++;
        most = Math.max(most, inTurn);
        inTurn = 0;
      });
    return next.call(this);
  });
  return {
    most: () => Math.max(most, inTurn),
    async turns(count: number) {
      while (turns < count) await new Promise(setImmediate);
    },
  };
}

function select(from: string, to = from): Passage {
  const [first, last] = [from, to].map((id) => document.getElementById(id)?.firstChild as Text);
  document.getSelection()?.setBaseAndExtent(first as Text, 4, last as Text, 20);
  const selected = findSelected(document);
  if (selected.kind !== 'passage') throw new Error(selected.kind);
  return selected.passage;
}

test('in time enough a passage is described at once', () => {
  const passage = select('p7');
  expect(describeSoon(passage, 60_000)).toEqual({ selectors: describePassage(passage) });
});

test('in none it is described by its words and those beside them, and by all else after the page was read', async () => {
  const passage = select('p7');
  const { selectors, rest } = describeSoon(passage, 0);
  expect(selectors).toEqual([
    {
      type: 'TextQuoteSelector',
      exact: 'moon pulls the s',
      prefix: 'The ',
      suffix: expect.stringMatching(/^ea, and 2 boats/),
    },
  ]);
  const described = await rest?.();
  expect(described).toEqual(describePassage(passage));
  expect(described?.[1]).toMatchObject({ type: 'TextPositionSelector', nth: 7 });
});

test.each([
  ['a word in bold', 'Open the outlet, then <b id="it">close</b> the inlet.', /outlet, then $/, /^ the inlet\./],
  [
    'a cell of a table',
    '<table><tr><td>Flow</td><td id="it">42 l</td><td>Heat</td></tr></table>',
    /Flow\n$/,
    /^\nHeat/,
  ],
])('%s is told with what stands around its element', (_what, html, prefix, suffix) => {
  document.body.innerHTML = `<main>${html}</main>${'<p>The moon pulls the sea.</p>'.repeat(1_000)}`;
  const range = new Range();
  range.selectNodeContents(document.getElementById('it') as Element);
  const [words] = describeSoon({ range, document }, 0).selectors;
  expect(words).toMatchObject({ prefix: expect.stringMatching(prefix), suffix: expect.stringMatching(suffix) });
});

test('what reaches over paragraphs side by side is kept by its words at once, and they are the same', async () => {
  compareAsBrowsersDo();
  document.body.innerHTML = `${document.body.innerHTML.repeat(8)}<p id="end">Late.</p>`.replaceAll('</p>', '</p>\n');
  for (const [from, to] of [
    ['p7', 'p9'],
    ['p0', 'p1'],
    ['p48', 'p49'],
  ] as const) {
    const passage = select(from, to);
    const whole = describePassage(passage);
    forget(document.body);
    const { selectors, rest } = describeSoon(passage, 0);
    const [words] = whole;
    expect(selectors).toEqual([expect.objectContaining({ type: 'TextQuoteSelector', exact: words?.exact })]);
    const beside = { prefix: String(words?.prefix).slice(-40), suffix: String(words?.suffix).slice(0, 40) };
    expect(selectors[0]).toMatchObject({
      prefix: expect.stringContaining(beside.prefix),
      suffix: expect.stringContaining(beside.suffix),
    });
    expect(await rest?.()).toEqual(whole);
  }
});

test('what reaches over most of a long page is described wholly', () => {
  document.body.innerHTML = document.body.innerHTML.repeat(8);
  const paragraphs = [...document.querySelectorAll('p')];
  paragraphs[0]?.setAttribute('id', 'first');
  paragraphs.at(-1)?.setAttribute('id', 'last');
  const passage = select('first', 'last');
  expect(describeSoon(passage, 0)).toEqual({ selectors: describePassage(passage) });
});

/** The imitation of a browser compares no places in a document that is shown nowhere. */
function compareAsBrowsersDo(): void {
  vi.spyOn(Range.prototype, 'comparePoint').mockImplementation(function (this: Range, node, offset) {
    const spotOf = createSpots();
    return Math.sign(compareSpots(spotOf(node, offset), spotOf(this.startContainer, this.startOffset)));
  });
}

test.each([
  ['up to the next paragraph, as three clicks do', 'p7', 0, 'p8', 0],
  ['from behind the one before', 'p6', 1, 'p7', 1],
])('what is selected %s is kept by its words at once, and they are the same', async (_how, from, start, to, end) => {
  document.body.innerHTML = `<main>\n${document.body.innerHTML.replaceAll('</p>', '</p>\n')}\n</main>`;
  const [first, last] = [from, to].map((id) => document.getElementById(id) as Element);
  const inText = new Range();
  inText.setStart(first as Element, start);
  inText.setEnd(last as Element, end);
  const { selectors, rest } = describeSoon({ range: inText, document }, 0);
  expect(selectors).toEqual([expect.objectContaining({ exact: expect.stringMatching(/^The .* the 7th hour\.$/) })]);
  expect(await rest?.()).toEqual(describePassage({ range: inText }));
});

test('a page that changes while it is read is read again in slices, and then described', async () => {
  const passage = select('p7');
  const { rest } = describeSoon(passage, 0);
  const work = countWork();
  const described = rest?.();
  await work.turns(20);
  document.getElementById('p3')?.append(' And the 3rd again.');
  const found = await described;
  expect(found).toEqual(describePassage(passage));
  expect(work.most()).toBeLessThan(5);
});

test('a page that changes now and then, though not while it is read, is described', async () => {
  const passage = select('p7');
  const { rest } = describeSoon(passage, 0);
  const change = (): void => document.getElementById('p3')?.append('.');
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => {
    change();
    setImmediate(run);
  }) as never);
  change();
  const found = await rest?.();
  expect(found?.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'TextPositionSelector', 'CssSelector']);
});

test('a page that never rests is given up after a while: no step of it is a long one', async () => {
  const { rest } = describeSoon(select('p7'), 0);
  const work = countWork();
  const described = rest?.();
  const changing = setInterval(() => document.getElementById('p3')?.append('.'), 1);
  const found = await described;
  clearInterval(changing);
  expect(found).toEqual([]);
  expect(work.most()).toBeLessThan(5);
});

test('where the words are gone when the page was read there is nothing to add', async () => {
  const { rest } = describeSoon(select('p7'), 0);
  document.getElementById('p7')?.remove();
  expect(await rest?.()).toEqual([]);
});

test('in a shadow root the way there is told at once', () => {
  const host = document.body.appendChild(document.createElement('section'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>A tide comes in.</p><p>A tide goes out.</p>';
  const text = root.querySelector('p')?.firstChild as Text;
  const range = new StaticRange({ startContainer: text, startOffset: 2, endContainer: text, endOffset: 6 });
  const { selectors } = describeSoon({ range, document }, 0);
  expect(selectors.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'ShadowHostsSelector']);
});
