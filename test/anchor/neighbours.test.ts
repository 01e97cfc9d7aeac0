// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Anchored, anchor, describe } from '../../src/anchor/index.ts';
import { bare, rangeOf, show } from './page.ts';

const TIDE = 'The moon pulls the sea, and the sea follows late, for water is slow to gather and slower to let go.';
const LAMP = 'After sunset a vessel under way shows a white light at the masthead and coloured lights at her sides.';

/** Where a passage of the one sentence is found when it has become the other; before and after it nothing has changed. */
function findIn(passage: string, was: string, is: string, above = ''): { found: Anchored; now: string } {
  const page = (text: string): string => `<p>${TIDE}</p><p>${text}</p><p>${LAMP}</p>`;
  const [, sentence = document.body] = show(page(was)).children;
  const selectors = describe(rangeOf(sentence, passage), document.body);
  const found = anchor(show(above + page(is)), selectors);
  return { found, now: 'range' in found ? found.range.toString() : '' };
}

const CREW = 'Pia Zarro of the harbour watch and Claire Annan keep the lamp.';
const CREW_NOW = 'Mike Mattis (tower) and Jo Nakai (pilots) keep the lamp.';

test('a word of a sentence whose words beside it are others is found where it is the same one', () => {
  const { found, now } = findIn('and', CREW, CREW_NOW);
  expect([found.state, now]).toEqual(['anchored', 'and']);
});

test('but not where the page says it once more before, for then it may as well be a word of another sentence', () => {
  const { found } = findIn('and', CREW, CREW_NOW, '<p>Salt and tar.</p>');
  expect(found.state).toBe('orphaned');
});

test('what was kept by its words alone is not asked for what nobody has counted', () => {
  const page = (text: string): string => `<p>The lamp watch of the harbour is hers.</p><p>${TIDE}</p><p>${text}</p>`;
  const [, , sentence = document.body] = show(
    page('Pia of the lamp watch of the harbour keeps the book and the keys.'),
  ).children;
  const [words] = describe(rangeOf(sentence, 'lamp watch of the harbour'), document.body);
  const root = show(page('Pia of our lamp watch of the harbour, keeps the book and the keys.'));
  expect(anchor(root, words ? [words] : [])).toMatchObject({ state: 'anchored' });
});

test('an end that was rewritten with the letter beside it does not begin at what is left of it', () => {
  const { found, now } = findIn(
    'the cache directory by force',
    'While it is built the pilot ignores the cache directory by force and keeps the lamp.',
    'While it is built the pilot ignore: our configured file directory by force and keeps the lamp.',
  );
  expect([found.state, bare(now)]).toEqual(['changed', bare('our configured file directory by force')]);
});
