import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Entry, entryOf, fieldsOf } from '../../src/search/text/entry.ts';
import { loadStemmers } from '../../src/search/text/language.ts';
import { toImpact, weigh } from '../../src/search/text/weight.ts';
import { weighWords } from '../../src/search/write/tally-words.ts';

const some = fc.oneof(
  fc.constantFrom('Häuser', 'ConvertTo-Json', '東京タワー', 'C++', 'running', 'the', 'naïve', '\ud800', ' '),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = fc.array(some, { maxLength: 20 }).map((pieces) => pieces.join(' '));
const record = fc.record({
  title: text,
  quote: text,
  note: text,
  tags: fc.array(text, { maxLength: 3 }),
  lang: fc.constantFrom('en', 'de', 'pl', ''),
  site: fc.constantFrom('', 'docs.example.org'),
});

/** The plain way: each term of an entry, counted by field, with its weight as it is stored. */
function impactsOf(entry: Entry): [string, number][] {
  const lengths = { titleLength: entry.title.length, bodyLength: entry.body.length };
  const times = (field: 'title' | 'body', wanted: string) => entry[field].filter(({ term }) => term === wanted).length;
  const terms = new Set([...entry.title, ...entry.body].map(({ term }) => term));
  return [...terms].map((term) => [term, toImpact(weigh(times('title', term), times('body', term), lengths))]);
}

it('a record weighs the same whether its words are only tallied or kept with their places', async () => {
  await loadStemmers();
  fc.assert(
    fc.property(record, (read) => {
      const { terms, impacts } = weighWords(read);
      expect(terms.map(({ term }, i) => [term, impacts[i]])).toEqual(impactsOf(entryOf(fieldsOf(read))));
    }),
    { numRuns: 300 },
  );
});
