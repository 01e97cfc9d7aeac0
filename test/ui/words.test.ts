import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, markWords } from '../../src/ui/words.ts';

const marked = (text: string, words: string[]) =>
  markWords(text, words)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('words that were looked for are marked', () => {
  test('whatever their case and their accents', () => {
    expect(marked('Le CAFÉ de la gare', ['cafe'])).toBe('Le [CAFÉ] de la gare');
  });

  test('with the endings that a longer word took on', () => {
    expect(marked('Deploys, deployed, redeploy', ['deploy'])).toBe('[Deploys], [deployed], redeploy');
  });

  test('but a short one marks only itself, unless it is still being typed', () => {
    expect(marked('a an and', ['a', 'and'])).toBe('[a] an [and]');
    expect(marked('to today', ['today', 'to'])).toBe('[to] [today]');
  });

  test('and nothing is marked where nothing was looked for', () => {
    expect(markWords('a text', [])).toEqual([{ text: 'a text', hit: false }]);
    expect(markWords('', ['a'])).toEqual([]);
  });

  test('the pieces are the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (text, words) => {
        const pieces = markWords(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`;

  test('is the text where that is short, on one line', () => {
    expect(excerpt('two\n  lines', [], 80)).toBe('two lines');
  });

  test('begins a little before the word that was looked for', () => {
    const cut = excerpt(long, ['needle'], 90);
    expect(cut).toMatch(/^… before/);
    expect(cut).toContain('needle');
    expect(cut).toMatch(/after …$/);
  });

  test('begins at the beginning where the word is not met', () => {
    expect(excerpt(long, ['nowhere'], 30)).toMatch(/^before before/);
  });

  test('never grows much beyond its length', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.integer({ min: 10, max: 200 }), (text, word, length) => {
        expect(excerpt(text, [word], length).length).toBeLessThanOrEqual(length + 4);
      }),
    );
  });
});
