import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, type Marks, plainExcerpt } from '../../src/kit/excerpt.ts';

const shown = (text: string, marks: Marks, length: number, seen?: number) =>
  excerpt(text, marks, length, seen)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

/** Places of words in a text, each of its own number. */
const places = (text: string, ...words: string[]): number[] =>
  words
    .flatMap((word, which) =>
      Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => [index, index + word.length, which]),
    )
    .sort(([a = 0], [b = 0]) => a - b)
    .flat();

describe('an excerpt', () => {
  const long = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`;

  test('is the text where that is short, with what was looked for apart', () => {
    expect(shown('a short text', [2, 7, 0], 80)).toBe('a [short] text');
    expect(shown('nothing in it', [], 80)).toBe('nothing in it');
    expect(excerpt('', [], 80)).toEqual([]);
  });

  test('is short as well where it is mostly white space', () => {
    expect(plainExcerpt(`a${' \n'.repeat(500)}b`, 30)).toMatch(/^a\s+b$/);
  });

  test('ends before what stands behind a megabyte of white space, which no row is to hold', () => {
    const far = `a${' '.repeat(1_000_000)}b`;
    expect(shown(far, places(far, 'a', 'b'), 90)).toBe('[a] …');
    expect(shown(far, places(far, 'b'), 90)).toMatch(/^… \s*\[b\]$/);
  });

  test('begins a little before what was looked for', () => {
    const cut = shown(long, places(long, 'needle'), 90);
    expect(cut).toMatch(/^… before/);
    expect(cut).toContain('[needle]');
    expect(cut).toMatch(/after.* …$/);
  });

  test('begins at the beginning where nothing is met', () => {
    expect(shown(long, [], 30)).toMatch(/^before before/);
  });

  test('comes from where most of what was looked for stands together', () => {
    const tags = Array.from({ length: 1000 }, (_, i) => `Tag ${i}`).join(', ');
    const cut = shown(tags, places(tags, 'Tag', '999'), 90);
    expect(cut).toMatch(/\[Tag\] 998, \[Tag\] \[999\]$/);
    const inLine = shown(tags, places(tags, 'Tag', '999'), 90, 40);
    expect(inLine.replace(/[[\]]/g, '').indexOf('999')).toBeLessThan(36);
    const two = `a kiwi ${'dull '.repeat(100)}a pear ${'dull '.repeat(100)}a kiwi and a pear`;
    expect(shown(two, places(two, 'kiwi', 'pear'), 90)).toMatch(/a \[kiwi\] and a \[pear\]$/);
  });

  test('shows what was looked for among what is seen, also of a text that is short', () => {
    const text = 'wait at the second gate until that one grey heron is gone';
    expect(shown(text, places(text, 'heron'), 90, 40)).toBe('… that one grey [heron] is gone');
    expect(shown(text, places(text, 'heron'), 90, 16)).toBe('… [heron] is gone');
    const far = 'ein Donaudampfschifffahrtsgesellschaftskapitän';
    expect(shown(far, places(far, 'kapit'), 90, 16)).toBe('… hafts[kapit]än');
    const two = `gate ${'far '.repeat(20)}a grey heron`;
    expect(shown(two, places(two, 'gate', 'grey', 'heron'), 90, 40)).toMatch(/^… .{1,24}\[grey\] \[heron\]$/);
  });

  test('begins at the beginning where what was looked for is seen from there', () => {
    const text = 'wait at the second gate until that one grey heron is gone';
    expect(shown(text, places(text, 'second', 'gate'), 90, 40)).toMatch(/^wait at the \[second\] \[gate\] until/);
  });

  test('takes a letter that is as wide as high for two of what is seen', () => {
    const text = '生产环境的配置在每次发布之前都要检查一遍环境变量和密钥再部署';
    const [at = 0] = places(text, '密钥');
    expect(shown(text, [at, at + 2, 0], 90, 40).indexOf('[')).toBeLessThan(16);
  });

  test('marks what overlaps as one, and cuts a mark that is longer than it', () => {
    expect(shown('生产环境', [0, 2, 0, 1, 3, 1, 2, 4, 2], 90)).toBe('[生产环境]');
    expect(shown('x'.repeat(300), [0, 300, 0], 20)).toBe(`[${'x'.repeat(20)}] …`);
  });

  test('cuts no character in two', () => {
    expect(plainExcerpt('👩‍👧'.repeat(30), 12)).toBe(`${'👩‍👧'.repeat(2)} …`);
  });

  test('never grows much beyond its length, and is a part of the text', () => {
    const starts = fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 9 }).map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        starts,
        fc.integer({ min: 10, max: 200 }),
        (text, some, length) => {
          const marks = some.flatMap((at, i) => [Math.min(at, text.length), Math.min(at + 4, text.length), i]);
          const cut = plain(excerpt(text, marks, length));
          expect(text).toContain(cut);
          expect(cut.replace(/\s+/gu, ' ').length).toBeLessThanOrEqual(length + 1);
        },
      ),
    );
  });
});

const plain = (pieces: { text: string }[]): string =>
  pieces
    .map(({ text }) => text)
    .filter((text) => text !== '… ' && text !== ' …')
    .join('');
