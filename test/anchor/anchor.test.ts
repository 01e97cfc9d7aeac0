// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Anchored, anchor, anchorAll, describe, describeElement, forget } from '../../src/anchor/index.ts';
import { bare, rangeOf, show } from './page.ts';

const TIDES = `<main><h1 id="tides">On tides</h1>
  <p>The moon pulls the sea, and <b>the sea</b> follows late, for water is slow to gather and slower to let go.</p>
  <p>Twice a day the harbour fills; boats that lay on mud lift, and the quay is wet to its third step.</p>
  <h2 id="neap">Neap and spring</h2>
  <p>When sun and moon stand square the tides are small. Sailors call them neap and plan their landings by them.</p></main>`;

const words = (found: Anchored): string => (found.state === 'orphaned' ? found.reason : bare(found.range.toString()));

/** Keeps a passage on one page and looks for it on the next. */
function keepAndReturn(before: string, text: string, after: string, nth = 0): Anchored {
  const selectors = describe(rangeOf(show(before), text, nth), document.body);
  return anchor(show(after), JSON.parse(JSON.stringify(selectors)));
}

test('a passage on an unchanged page is found exactly where it was', () => {
  const kept = rangeOf(show(TIDES), 'boats that lay on mud lift');
  const found = anchor(document.body, describe(kept, document.body));
  expect(found.state).toBe('anchored');
  if (found.state === 'orphaned') return;
  expect(found.range.startContainer).toBe(kept.startContainer);
  expect(found.range.startOffset).toBe(kept.startOffset);
  expect(found.range.endContainer).toBe(kept.endContainer);
  expect(found.range.endOffset).toBe(kept.endOffset);
});

test('its selectors are those of the W3C, and fit 400 bytes', () => {
  const selectors = describe(rangeOf(show(TIDES), 'plan their landings'), document.body);
  expect(selectors.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'TextPositionSelector', 'CssSelector']);
  expect(selectors[0]).toMatchObject({ exact: 'plan their landings', suffix: ' by them.' });
  expect(selectors[2]).toEqual({ type: 'CssSelector', value: '#neap' });
  expect(JSON.stringify(selectors).length).toBeLessThan(400);
});

test('a repeated word is told by its context, not by its place', () => {
  const after = TIDES.replace('<main>', '<main><p>The sea. The sea. The sea.</p>');
  const found = keepAndReturn(TIDES, 'the sea', after, 1);
  expect(found.state === 'anchored' && found.range.startContainer.parentElement?.localName).toBe('b');
});

test('a word whose passage is gone is not found elsewhere', () => {
  const after = TIDES.replace(/<p>When sun.*<\/p>/, '<p>Nothing of that is left, yet a sailor may plan it.</p>');
  expect(keepAndReturn(TIDES, 'plan', after)).toEqual({ state: 'orphaned', reason: 'no-context' });
});

test('a passage that is gone is orphaned', () => {
  const after = TIDES.replace(/<p>Twice.*<\/p>/, '');
  expect(keepAndReturn(TIDES, 'boats that lay on mud lift', after)).toEqual({ state: 'orphaned', reason: 'not-found' });
});

test('an edited passage is found, and says what it says now', () => {
  const after = TIDES.replace('boats that lay on mud lift', 'boats that lay in the mud rise slowly');
  const found = keepAndReturn(TIDES, 'boats that lay on mud lift', after);
  expect(found).toMatchObject({
    state: 'changed',
    reason: 'text-edited',
    now: 'boats that lay in the mud rise slowly',
  });
});

test('case, quotes, dashes, soft hyphens, white space and markup are no edits', () => {
  const before = `<p>“Slack water” — the pause between two tides — isn’t long; it's over before you have made fast.</p>`;
  const after = `<div><p>"Slack\n water" - the <i>pa\u00aduse</i> between\u200b two tides – <b>ISN'T</b> long; it’s over before you have made fast.</p></div>`;
  expect(words(keepAndReturn(before, 'the pause between two tides — isn’t long', after))).toBe(
    "thepausebetweentwotides–ISN'Tlong",
  );
});

test.each([
  [
    'Chinese',
    '月亮牵引海水',
    '潮汐是海水在月亮和太阳引力下的涨落。月亮牵引海水，海水总是慢一步跟上，因为水聚得慢，散得更慢。',
  ],
  [
    'Hebrew',
    'הירח מושך את הים',
    'הגאות והשפל נגרמים מכוחות המשיכה. הירח מושך את הים, והים בא אחריו באיחור, כי המים אטיים להתאסף.',
  ],
  [
    'emoji',
    'tide 🌊👩‍👩‍👧 comes',
    'The first 🌊 rises. The tide 🌊👩‍👩‍👧 comes twice a day, and each time the quay is wet to its third step.',
  ],
  [
    'combining',
    'dva přílivy de\u0301nně',
    'Na pobřeží jsou dva přílivy de\u0301nně a přístav se pokaždé naplní až po třetí schod nábřežní zdi.',
  ],
  [
    'Turkish',
    'İki gelgit',
    'Kıyıda günde iki gelgit olur. İki gelgit arasında liman boşalır ve tekneler çamurun üstünde kalır.',
  ],
])('a passage in %s comes back whole', (_, passage, text) => {
  const found = keepAndReturn(`<p>${text}</p>`, passage, `<main><p>Other.</p><p>${text}</p></main>`);
  expect(found.state === 'anchored' && found.range.toString()).toBe(passage);
});

test('an edited passage does not end inside of a character', () => {
  const before =
    '<p>At the third bell the watch is changed. Then we eat: soup and bread 🍞 and nothing more till dusk.</p>';
  const after = before.replace('bread 🍞 and nothing', 'bread 🍜 with nothing');
  const found = keepAndReturn(before, 'Then we eat: soup and bread 🍞', after);
  expect(found).toMatchObject({ state: 'changed', now: 'Then we eat: soup and bread 🍜' });
});

test('what nobody sees is not read: scripts, styles, templates, fields', () => {
  const hidden = '<script>boats that lay</script><style>boats that lay</style><textarea>boats that lay</textarea>';
  const found = keepAndReturn(TIDES, 'boats that lay on mud lift', hidden + TIDES);
  expect(found.state === 'anchored' && found.range.startContainer.parentElement?.localName).toBe('p');
});

test('a passage across blocks reads with a line for each', () => {
  const body = show(TIDES);
  const range = rangeOf(body, 'third step.');
  range.setEnd(rangeOf(body, 'When sun').endContainer, 8);
  expect(describe(range, body)[0]).toMatchObject({ exact: 'third step.\nNeap and spring\nWhen sun' });
  const found = anchor(body, describe(range, body));
  expect(found.state === 'anchored' && bare(found.range.toString())).toBe(bare(range.toString()));
});

test('selectors that hold nothing are orphaned, whatever they are', () => {
  const body = show(TIDES);
  expect(anchor(body, [])).toEqual({ state: 'orphaned', reason: 'no-selector' });
  expect(anchor(body, [{ type: 'TextQuoteSelector', exact: ' \n' }])).toEqual({
    state: 'orphaned',
    reason: 'no-selector',
  });
  expect(anchor(body, [{ type: 'CssSelector', value: '>>' }])).toEqual({ state: 'orphaned', reason: 'not-found' });
  const odd = JSON.parse(
    '[{"type":"TextQuoteSelector","exact":7,"prefix":{},"suffix":[]},{"type":"TextPositionSelector","start":"x"}]',
  );
  expect(anchor(body, odd)).toMatchObject({ state: 'orphaned' });
});

test('a range without text, or outside the root, has no selectors', () => {
  const body = show(`${TIDES}<aside> </aside>`);
  const empty = document.createRange();
  empty.selectNodeContents(body.querySelector('aside') ?? body);
  expect(describe(empty, body)).toEqual([]);
  const elsewhere = document.implementation.createHTMLDocument();
  elsewhere.body.textContent = 'Somewhere else';
  expect(describe(rangeOf(elsewhere.body, 'else'), body)).toEqual([]);
});

test('an element without text is found by its place, and not if several answer', () => {
  const body = show(`${TIDES}<figure><img alt="chart"></figure><figure><img alt="quay"></figure>`);
  const image = body.querySelectorAll('img')[1];
  if (!image) throw new Error('no image');
  const selectors = describeElement(image, body);
  const found = anchor(body, selectors);
  expect(found.state === 'anchored' && found.range.cloneContents().querySelector('img')?.alt).toBe('quay');
  expect(anchor(body, [{ type: 'CssSelector', value: 'img' }])).toEqual({ state: 'orphaned', reason: 'not-found' });
});

test('a page that changed is read anew, and so is one that was forgotten', () => {
  const body = show(TIDES);
  const selectors = describe(rangeOf(body, 'boats that lay on mud lift'), body);
  body.querySelector('h1')?.after('Newly come.');
  expect(words(anchor(body, selectors))).toBe('boatsthatlayonmudlift');
  forget(body);
  expect(words(anchor(body, selectors))).toBe('boatsthatlayonmudlift');
});

test('many are anchored in the order asked, with pauses that the page can use', async () => {
  const body = show(TIDES);
  const asked = ['third step', 'the sea', 'neap and plan', 'slow to gather'];
  const list = asked.map((text) => describe(rangeOf(body, text), body));
  let pauses = 0;
  const pause = () => {
    pauses++;
    return Promise.resolve();
  };
  const found = await anchorAll(body, [...list, []], { sliceMs: 0, pause });
  expect(found.map(words)).toEqual([...asked.map(bare), 'no-selector']);
  expect(pauses).toBeGreaterThanOrEqual(asked.length);
});
