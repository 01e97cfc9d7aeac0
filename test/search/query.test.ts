import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, parseQuery } from '../../src/search/query.ts';

/** Any code units, lone surrogates too. */
const anything = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units));

const said = (asked: Asked[]) =>
  asked.map((one) =>
    one.kind === 'word'
      ? one.oneOf.map(({ word }) => word).join('|')
      : `"${one.words.map(({ word }) => word).join(' ')}"`,
  );

describe('a query', () => {
  it('is words, words in a row, words barred, and one or another', () => {
    const query = parseQuery('Docker or podman "port mapping" -windows');
    expect(said(query.asked)).toEqual(['docker|podman', '"port mapping"']);
    expect(said(query.barred)).toEqual(['windows']);
  });

  it('narrows by operators', () => {
    const { filters, asked } = parseQuery(
      'tag:"home office" by:anna site:docs.example -is:question has:note after:2026-03 tea',
    );
    expect(filters).toEqual([
      { by: 'tag', value: 'home office', isOpen: false, isBarred: false },
      { by: 'author', value: 'anna', isOpen: false, isBarred: false },
      { by: 'site', value: 'docs.example', isOpen: false, isBarred: false },
      { by: 'is', value: 'question', isBarred: true },
      { by: 'has', value: 'note', isBarred: false },
      { by: 'after', time: new Date(2026, 2, 1).getTime(), isBarred: false },
    ]);
    expect(said(asked)).toEqual(['tea']);
  });

  it('takes only the last word for a beginning, and only while nothing follows it', () => {
    const open = (typed: string) => parseQuery(typed).asked.map((one) => one.kind === 'word' && one.oneOf[0]?.isOpen);
    expect(open('git reb')).toEqual([false, true]);
    expect(open('git reb ')).toEqual([false, false]);
    expect(open('what is git?')).toEqual([false, false, false]);
  });

  it.each([
    ['is:blue', 'search-is', 'blue'],
    ['has:legs', 'search-has', 'legs'],
    ['before:2026-02-31', 'search-date', '2026-02-31'],
    ['tag: x', 'search-empty', 'tag:'],
  ])('says what is wrong with %s', (typed, code, detail) => {
    expect(parseQuery(typed).problem).toEqual({ code, detail });
  });

  it('reads addresses, code and messages as text', () => {
    expect(said(parseQuery('std::vector https://a.example error:E11000').asked)).toEqual([
      'std',
      'vector',
      'https',
      'a',
      'example',
      'error',
      'e11000',
    ]);
  });

  it('reads anything', () => {
    fc.assert(fc.property(anything, (typed) => void parseQuery(typed)));
    parseQuery('"'.repeat(10_000));
    parseQuery('-is:'.repeat(5_000));
  });
});
