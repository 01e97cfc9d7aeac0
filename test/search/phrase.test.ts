import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { rowTest } from '../../src/search/look/phrase.ts';
import { type Skimmed, toLoaded } from '../../src/search/look/skim.ts';
import { entryOf } from '../../src/search/text/entry.ts';
import { loadStemmers, type Tongue } from '../../src/search/text/language.ts';
import { hasRows } from './row-scan.ts';

await loadStemmers();
const TONGUES: Tongue[] = ['en', 'de', 'und'];

const word = fc.constantFrom(
  ...'green apple apples of the ConvertTo convert to GitHub git hub C++ run running 東京 東京都 京都 猫 サーバー chrome在 🚀 don’t'.split(
    ' ',
  ),
);
const text = fc.array(word, { maxLength: 14 }).map((some) => some.join(' '));
const phrase = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('"', ' "', ''))
  .map(([some, end]) => `"${some.join(' ')}${end}`);
const typed = fc.oneof(
  phrase,
  phrase.map((one) => `tea -${one}`),
  fc.tuple(phrase, word).map(([one, other]) => `${other} or ${one}`),
);
const skimmedOf = (title: string, note: string): Skimmed =>
  toLoaded(null, { title, note, lang: 'en', site: '' }).skimmed;

it('words in a row stand in a record where they do when every place is tried', () => {
  fc.assert(
    fc.property(text, text, typed, (title, note, asked) => {
      const skimmed = skimmedOf(title, note);
      const query = parseQuery(asked);
      const expected = hasRows(query, entryOf(skimmed.fields), TONGUES);
      expect(rowTest(query, TONGUES)?.(skimmed) ?? true).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});

it('a name stands for itself and for its parts, a part not for the name', () => {
  const stands = (asked: string, note: string) => rowTest(parseQuery(asked), TONGUES)?.(skimmedOf('', note));
  expect(stands('"git hub pages"', 'on GitHub Pages')).toBe(true);
  expect(stands('"GitHub pages"', 'on GitHub Pages')).toBe(true);
  expect(stands('"git GitHub"', 'on GitHub Pages')).toBe(false);
});

it('names whose part is stemmed as they are make no row longer to look for', () => {
  const stands = rowTest(parseQuery(`"${'test '.repeat(30)}"`), TONGUES);
  expect(stands?.(skimmedOf('', `${'TestS '.repeat(29)}x`))).toBe(false);
});

it('a name stands beside what follows it, however it is written and was typed', () => {
  const stands = (asked: string, note: string) => rowTest(parseQuery(asked), TONGUES)?.(skimmedOf('', note));
  for (const note of ['a JavaScript error here', 'a javascript error here', 'a Javascript error here'])
    for (const asked of ['"javascript error"', '"JavaScript error"', '"a javascript error here"', '"JAVASCRIPT err'])
      expect(stands(asked, note), `${asked} in ${note}`).toBe(true);
  expect(stands('"javascript here"', 'a JavaScript error here')).toBe(false);
  expect(stands('"java error"', 'a JavaScript error here')).toBe(false);
});

it('a word stands for its other forms in the tongue of a record, not in another', () => {
  const stands = (lang: string, note: string) => {
    const { skimmed } = toLoaded(null, { title: '', note, lang, site: '' });
    return rowTest(parseQuery('"le commit "'), ['en', 'fr'])?.(skimmed);
  };
  expect(['le commit', 'le comm', 'le commits'].map((note) => stands('en', note))).toEqual([true, false, true]);
  expect(['le commit', 'le comm'].map((note) => stands('fr', note))).toEqual([true, true]);
});

it('and so they do in a long text, across whatever is read at a time', () => {
  const row = ' green apple of the ConvertTo 東京都 tree';
  fc.assert(
    fc.property(fc.integer({ min: 19_950, max: 20_010 }), fc.nat(2), (length, isSpaceless) => {
      const before = isSpaceless ? '猫'.repeat(length) : 'x y '.repeat(length).slice(0, length);
      const skimmed = skimmedOf('', `${before}${row}${' dull'.repeat(5_000)}${row}`);
      const test = (asked: string) => rowTest(parseQuery(asked), TONGUES)?.(skimmed);
      expect(test('"green apple of the convert to 東京都 tree"')).toBe(true);
      expect(test('"apple green of"')).toBe(false);
      expect(test('"dull green apple"')).toBe(true);
    }),
    { numRuns: 20 },
  );
});

it('a record is looked through once for the same row, whatever is typed beside it', () => {
  const { fields } = skimmedOf('', `${'dull '.repeat(9_000)} green apple`);
  let looks = 0;
  const skimmed = {
    get fields() {
      looks++;
      return fields;
    },
  };
  for (const asked of ['"green apple" t', '"green apple" te', '-"green apple" tea'])
    rowTest(parseQuery(asked), TONGUES)?.(skimmed);
  expect(looks).toBe(1);
  expect(rowTest(parseQuery('"green appl'), TONGUES)?.(skimmed)).toBe(true);
  expect(looks).toBe(2);
});

it('of a long text no more is read than to the first place', () => {
  const read = vi.spyOn(String.prototype, 'charCodeAt');
  onTestFinished(() => read.mockRestore());
  const looks = (asked: string) => {
    const skimmed = skimmedOf('', `green apple ${'dull words '.repeat(30_000)} omega`);
    read.mockClear();
    rowTest(parseQuery(asked), TONGUES)?.(skimmed);
    return read.mock.calls.length;
  };
  expect(looks('"green apple"')).toBeLessThan(looks('"words omega"') / 5);
});
