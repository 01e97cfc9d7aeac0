import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IN_TITLE, saidBy, smallMarksOf } from '../../src/search/look/said.ts';
import { createSieve, toLoaded } from '../../src/search/look/skim.ts';
import { entryOf } from '../../src/search/text/entry.ts';
import { loadStemmers, stem, type Tongue } from '../../src/search/text/language.ts';
import { smallWordsOf } from '../../src/search/text/small-words.ts';

const TONGUES: Tongue[] = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'und'];
await loadStemmers();

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
  fc.constantFrom(
    'ConvertTo',
    'C++',
    'Straße',
    'Überläufe',
    '東京都',
    "don't",
    'l’été',
    'XMLHttpRequest',
    'co\u00adoperate',
    'v2',
    'été',
  ),
);
const text = fc.array(word, { maxLength: 12 }).map((some) => some.join(' '));

describe('a quick look at a record', () => {
  it.each(TONGUES)(
    'every %s stem begins with the two letters its word begins with, but for an y that became an i',
    (tongue) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[a-z]{3,14}$/), (some) => {
          // What may stand for an umlaut is looked at in any case.
          if (/^[aou]e/.test(some)) return true;
          const found = stem(some, tongue).slice(0, 2);
          return [some.slice(0, found.length), some.slice(0, found.length).replace(/y$/, 'i')].includes(found);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('sees the wanted terms as a long one does, as far from each other, in fields as long', () => {
    fc.assert(
      fc.property(text, text, text, fc.constantFrom(...TONGUES), (title, quote, note, tongue) => {
        const { skimmed } = toLoaded(null, { title, quote, note, lang: tongue, site: '' });
        const entry = entryOf(skimmed.fields);
        const all = [...entry.title, ...entry.body].map(({ term }) => term);
        const wanted = new Set(all.filter((_, i) => i % 3 === 0));
        const seen = createSieve(wanted, (term) => wanted.has(term))(skimmed.fields);
        for (const part of ['title', 'body'] as const) {
          const expected = entry[part].filter(({ term }) => wanted.has(term));
          const seats = seen.seats.filter(({ field }) => (part === 'title') === (field === 0));
          expect(seats.map(({ term, word }) => [term, word])).toEqual(expected.map(({ term, word }) => [term, word]));
          expect(besides(seats)).toEqual(besides(expected));
        }
        expect([seen.titleLength, seen.bodyLength]).toEqual([entry.title.length, entry.body.length]);
      }),
      { numRuns: 500 },
    );
  });

  it('hears the same of a word however it is spelt, and tells the title from the text', () => {
    const { skimmed } = toLoaded(null, { title: 'Deploying', quote: 'deploying Straße STRASSE', site: '' });
    const { skimmed: other } = toLoaded(null, { title: 'deploying', quote: 'Deploying strasse straße', site: '' });
    expect(saidBy(skimmed)).toEqual(saidBy(other));
    expect([...saidBy(skimmed).counts.values()]).toEqual([IN_TITLE + 1, 2]);
    expect(saidBy(skimmed)).toMatchObject({ titleLength: 1, bodyLength: 3 });
  });

  it('hears two words as one where their first six letters are the same, and only there', () => {
    const alike = (one: string, other: string) =>
      saidBy(toLoaded(null, { quote: `${one} ${other}`, site: '' }).skimmed).counts.size === 1;
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/), (one, other) => {
        expect(alike(one, other)).toBe(one.slice(0, 6) === other.slice(0, 6));
      }),
    );
    expect([alike('\u212aelvin', 'kelvin'), alike('deploying', 'Deployment'), alike('a', 'aa')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(smallMarksOf('en').size).toBe(new Set([...smallWordsOf('en')].map((word) => word.slice(0, 6))).size);
  });
});

/** Which of some terms stand side by side: all that places are for. */
const besides = (terms: { at: number }[]): boolean[] =>
  terms.slice(1).map(({ at }, i) => at - (terms[i]?.at ?? 0) <= 1);
