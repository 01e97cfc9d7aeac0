import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/kit/fold.ts';
import { stemsNear } from '../../src/search/find/stems-near.ts';
import { loadStemmers, tongueOf } from '../../src/search/text/language.ts';
import { termsOf } from '../../src/search/text/terms.ts';
import { words } from '../../src/search/text/words.ts';

const wordsOf = (text: string) => words(text).map(({ word }) => word);
const terms = (text: string, tongue: 'en' | 'de' | 'und' = 'en') => termsOf(text, tongue).map(({ term }) => term);

await loadStemmers();

describe('words', () => {
  it('are folded: case, accents, letters of their own, soft hyphens', () => {
    expect(wordsOf('Straße NAÏVE Łódź Donau\u00addampf')).toEqual(['strasse', 'naive', 'lodz', 'donaudampf']);
  });

  it('keep the names of languages apart', () => {
    expect(wordsOf('C++ or C#, not C')).toEqual(['c++', 'or', 'c#', 'not', 'c']);
  });

  it('lose what an apostrophe hangs on', () => {
    expect(wordsOf("It's Anna’s; l'été")).toEqual(['it', 'anna', 'l', 'ete']);
  });

  it('keep vowels that are written as marks', () => {
    expect(wordsOf('हिमालय')).toEqual(['हिमालय']);
    expect(wordsOf('がか')).toEqual(['がか']);
    expect(fold('한국어')).toBe('한국어');
  });

  it('are pictures as well, each with what it is joined to, whatever its colour', () => {
    expect(wordsOf('Ship🚀it 👍🏽 👍 ❤️ ❤ 👩\u200d💻')).toEqual(['ship', '🚀', 'it', '👍', '👍', '❤', '❤', '👩💻']);
    expect(wordsOf('Windows® 11™ → ─ •')).toEqual(['windows', '11']);
  });

  it('say where they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { maxLength: 50 }).map((units) => String.fromCharCode(...units)),
        (text) => {
          for (const { text: verbatim, start, end } of words(text)) expect(text.slice(start, end)).toBe(verbatim);
        },
      ),
    );
  });
});

describe('terms', () => {
  it('of a name are the name and its parts, side by side', () => {
    expect(termsOf('ConvertTo-Json', 'und').map(({ term, at }) => [term, at])).toEqual([
      ['convertto', 0],
      ['convert', 0],
      ['to', 1],
      ['json', 2],
    ]);
  });

  it('of a name are the same however its accents are written, and with soft hyphens', () => {
    const parts = (text: string) => termsOf(text, 'und').map(({ term, at }) => [term, at]);
    for (const text of ['Kündigung', 'ÉTÉ', 'ÜberÄnderung', 'HTTPÄnderung'])
      expect(parts(text.normalize('NFD')), text).toEqual(parts(text));
    expect(parts('con\u00adtai\u00adner naïve'.normalize('NFD'))).toEqual(parts('container naïve'));
  });

  it('of scripts without spaces are pairs', () => {
    expect(terms('東京タワー')).toEqual(['東京', '京タ', 'タワ', 'ワー', 'ー']);
  });

  it('are stems of the tongue', () => {
    expect(terms('connections connected')).toEqual(['connect', 'connect']);
    expect(terms('Häuser', 'de')).toEqual(terms('Haus', 'de'));
    expect(terms('running', 'und')).toEqual(['running']);
  });
});

describe('a tongue', () => {
  it('is what the record says, whatever the region', () => {
    expect(tongueOf('de-AT', () => [])).toBe('de');
    expect(tongueOf('pl', () => [])).toBe('und');
  });

  it('is guessed from small words', () => {
    expect(tongueOf(undefined, () => words('Der Befehl wird nicht ausgeführt, wenn die Datei fehlt'))).toBe('de');
    expect(tongueOf(undefined, () => words('docker compose'))).toBe('en');
    expect(tongueOf(undefined, () => words('Wenn der Befehl nicht da ist'))).toBe('de');
    const english = 'What is not in the list can not be found, and so it was of no use to any of us. ';
    const dutch = 'We zijn in de tuin en het is over, want wat er was is niet meer van ons. ';
    expect(tongueOf(undefined, () => words(dutch.repeat(5)))).toBe('nl');
    expect(tongueOf(undefined, () => words(english + dutch.repeat(4)))).toBe('nl');
  });
});

describe('a slip', () => {
  it('is one letter too many, too few, another, or two swapped', () => {
    const near = (word: string) => stemsNear(word, ['und']).has('hello');
    expect(['helo', 'helllo', 'hexlo', 'heoll', 'hell', 'hellos'].map(near)).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(['helol', 'hel', 'olleh', 'he', 'ahello'].map(near)).toEqual([true, false, false, false, false]);
  });

  it('is put right before the ending is taken off', () => {
    expect(stemsNear('deplyoment', ['en']).has('deploy')).toBe(true);
    expect(stemsNear('verbindugn', ['de']).has('verbind')).toBe(true);
  });

  it('is looked for among the letters of its own script, and digits where it has some', () => {
    expect(stemsNear('книгв', ['und']).has('книга')).toBe(true);
    expect(stemsNear('es2021', ['und']).has('es2022')).toBe(true);
    expect(stemsNear('hello', ['und']).has('hell0')).toBe(false);
  });
});
