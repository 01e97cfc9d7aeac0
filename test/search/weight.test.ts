import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryOf } from '../../src/search/entry.ts';
import { loadStemmers } from '../../src/search/language.ts';
import { weighWords } from '../../src/search/tally-words.ts';
import { impactsOf } from '../../src/search/weight.ts';

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

it('a record weighs the same whether its words are only tallied or kept with their places', async () => {
  await loadStemmers();
  fc.assert(
    fc.property(record, (read) => {
      const { terms, impacts } = weighWords(read);
      expect(terms.map(({ term }, i) => [term, impacts[i]])).toEqual([...impactsOf(entryOf(read))]);
    }),
    { numRuns: 300 },
  );
});
