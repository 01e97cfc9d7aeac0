// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Anchored, anchor, describe } from '../../src/anchor/index.ts';
import { bare, rangeOf, show, TIDES, words } from './page.ts';

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
  expect(selectors[2]).toEqual({ type: 'CssSelector', value: '[id^=neap]' });
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

test('marks of direction and joiners, of no width, are no edits', () => {
  const before = '<p>The harbour master wrote: אוניה in the bay, and می‌خواهم in the log of the year.</p>';
  const after = before
    .replaceAll('\u200c', '')
    .replace('אוניה', '\u200fאוניה\u200e')
    .replace('harbour', 'har\u200dbour');
  const found = keepAndReturn(before, 'master wrote: אוניה in the bay, and می‌خواهم in', after);
  expect(found.state).toBe('anchored');
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
    'The first 🌊 rises. The tide 🌊👩‍👩‍👧 comes often a day, and each time the quay is wet to its third step.',
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

test('where no element has an id, the structure that is kept may be any', () => {
  const body = show('<p>Of old it was so.</p><blockquote>Soundings are taken by the lead and line.</blockquote>');
  const [, , structure] = describe(rangeOf(body, 'lead and line'), body);
  expect(structure).toEqual({ type: 'CssSelector', value: '*' });
});
