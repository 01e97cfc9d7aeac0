// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anchor, describe } from '../../src/anchor/index.ts';
import { bare, textNodes } from './page.ts';

/** Words of few letters, so that documents repeat themselves; some of other scripts. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeort'), minLength: 1, maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Ünter',
      '“quoted”',
      '潮汐',
      'הירח',
      '🌊🏽',
      'e\u0301t',
      'İz',
      '—',
      'soft\u00adly',
      'می\u200cرود',
      '👩\u200d👧',
      'ΟΔΟΣ',
    ),
  },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const inline = fc
  .tuple(fc.constantFrom('b', 'a', 'code', 'span'), sentence)
  .map(([tag, text]) => `<${tag}>${text}</${tag}>`);
const block = fc
  .tuple(
    fc.constantFrom('p', 'li', 'h2', 'pre', 'td'),
    fc.option(fc.constantFrom('one', 'two')),
    fc.array(fc.oneof(sentence, inline), { minLength: 1, maxLength: 4 }),
  )
  .map(([tag, id, parts]) => `<${tag}${id ? ` id="${id}"` : ''}>${parts.join(' ')}</${tag}>`);
const documents = fc.array(block, { minLength: 1, maxLength: 12 });

/** A range from one text position to another, both taken as shares of the whole. */
const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));

function rangeBetween([a, b]: [number, number]): Range {
  const nodes = textNodes(document.body);
  const all = nodes.reduce((sum, node) => sum + node.data.length, 0);
  const point = (share: number): [Text, number] => {
    let left = Math.floor(share * all);
    for (const node of nodes) {
      if (left <= node.data.length) return [node, left];
      left -= node.data.length;
    }
    throw new Error('no such place');
  };
  const range = document.createRange();
  range.setStart(...point(Math.min(a, b)));
  range.setEnd(...point(Math.max(a, b)));
  return range;
}

/** How many units of text without blanks stand before a range, and in it, as a reader sees it. */
function inkOf(range: Range): [number, number] {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return [seenIn(before), seenIn(range)];
}

function seenIn(range: Range): number {
  const copy = range.cloneContents();
  for (const unseen of copy.querySelectorAll('script, style')) unseen.remove();
  return bare(copy.textContent ?? '').length;
}

/** Keeps a cut of one document, shows another that says the same, and expects the very same stretch back. */
function expectBack(before: string, after: string, at: [number, number]): void {
  document.body.innerHTML = before;
  const range = rangeBetween(at);
  const kept = inkOf(range);
  const selectors = JSON.parse(JSON.stringify(describe(range, document.body)));
  if (kept[1] === 0) {
    expect(selectors).toEqual([]);
    return;
  }
  document.body.innerHTML = after;
  const found = anchor(document.body, selectors);
  expect(found.state).toBe('anchored');
  if (found.state !== 'orphaned') expect(inkOf(found.range)).toEqual(kept);
}

const runs = { numRuns: 1000 };
/** No clock decides: on a busy machine a thousand documents take as long as they take. */
vi.setConfig({ testTimeout: 600_000 });

test('any range of any document comes back as it was', () => {
  fc.assert(
    fc.property(documents, cut, (blocks, at) => expectBack(blocks.join(''), blocks.join(''), at)),
    runs,
  );
});

test('also when the markup is pretty-printed, wrapped and dressed with attributes', () => {
  fc.assert(
    fc.property(documents, cut, fc.constantFrom('\n', '\n\n   ', '\t'), (blocks, at, blank) => {
      const noise = blocks.map(
        (html) =>
          `<div class="x">${blank}${html.replace(/<(\w+)/, '<$1 data-n="1" style="color:red"')}${blank}</div>${blank}`,
      );
      expectBack(blocks.join(''), `<section>${blank}${noise.join('')}</section>`, at);
    }),
    runs,
  );
});

test('also when words are wrapped one by one, and scripts, comments and empty elements stand between', () => {
  const wrap = (html: string): string =>
    html.replace(/>[^<]+/g, (text) => text.replace(/[^\s>]+/g, '<span>$&</span><!-- note --><wbr>'));
  const noise = fc.constantFrom('<script>abc deo</script>', '<style>abe{}</style>', '<div> </div>', '<img alt="bead">');
  fc.assert(
    fc.property(documents, cut, noise, (blocks, at, between) => {
      expectBack(blocks.join(''), blocks.map((html) => between + wrap(html)).join(between), at);
    }),
    { numRuns: 400 },
  );
});

test('also when words are hyphenated softly and quotes and case are set otherwise', () => {
  const set = (html: string): string =>
    html.replace(/>[^<]+/g, (text) =>
      text
        .replace(/(\w)(\w)/g, '$1\u00ad$2')
        .replaceAll('“', '"')
        .replaceAll('—', '–')
        .toUpperCase(),
    );
  fc.assert(
    fc.property(documents, cut, (blocks, at) => {
      fc.pre(!/[İΟ]/.test(blocks.join('')));
      expectBack(blocks.join(''), set(blocks.join('')), at);
    }),
    runs,
  );
});

test('also when marks that nobody sees stand between the letters', () => {
  const marks = fc.constantFrom(
    '\u034f',
    '\u061c',
    '\u202b',
    '\u202c',
    '\u2066',
    '\u2069',
    '\ufe0f',
    '\u180e',
    '\u{e0020}',
  );
  const mark = (html: string, by: string): string =>
    html.replace(/>[^<]+/g, (text) => text.replace(/([a-z])([a-z])/g, `$1${by}$2`));
  fc.assert(
    fc.property(documents, cut, marks, (blocks, at, by) => {
      expectBack(blocks.join(''), blocks.map((html) => mark(html, by)).join(''), at);
    }),
    { numRuns: 400 },
  );
});
