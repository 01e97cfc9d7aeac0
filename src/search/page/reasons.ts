import type { Entry } from '../text/entry.ts';
import type { PageLook } from './page-look.ts';
import { isSmall, type PageWords } from './page-query.ts';

/** So many are given. */
const MOST = 4;
/** Longer than this it is a sentence rather than a name. */
const PHRASE_MOST = 5;
/** A shorter word says nothing by itself. */
const LETTERS_LEAST = 2;
/** Numbers, and pieces of addresses. */
const NO_WORD = /^(?:\p{N}+|https?|www|com|org|net|html?)$/u;

/**
 * Why a record fits a page, in a few of its own words, folded: what of its title stands on the page in a row, then the words that it
 * says most and the page too, those first that tell most. Small words are no reason, in any form.
 */
export function reasonsFor(look: PageLook, entry: Entry, page: PageWords): string[] {
  const isNone = (word: string): boolean =>
    word.length < LETTERS_LEAST ||
    NO_WORD.test(word) ||
    [page.tongue, entry.tongue].some((tongue) => isSmall(word, tongue));
  const phrase = phraseOf(look, entry, isNone);
  const words = new Map([...entry.body, ...entry.title].map(({ term, word }) => [term, word]));
  const said = new Set(phrase);
  const worth = look.terms.map((id, i): [string, number] => [
    words.get(page.vocabulary.terms[id] ?? '') ?? '',
    (look.shared.get(id) ?? 0) * (look.impacts[i] ?? 0),
  ]);
  const telling = worth
    .filter(([word, worth]) => worth > 0 && !said.has(word) && !isNone(word))
    .sort((a, b) => b[1] - a[1]);
  const reasons = [phrase.join(' '), ...telling.map(([word]) => word)].filter((one) => one !== '');
  return [...new Set(reasons)].slice(0, MOST);
}

/** The words of its title that stand on the page in a row, without small ones at either end; none where only one is left, or a whole sentence. */
function phraseOf({ stretch }: PageLook, { title }: Entry, isNone: (word: string) => boolean): string[] {
  const row = title
    .filter(({ isPart }) => !isPart)
    .slice(stretch.from, stretch.to)
    .map(({ word }) => word);
  const first = row.findIndex((word) => !isNone(word));
  const last = row.findLastIndex((word) => !isNone(word));
  const phrase = row.slice(Math.max(0, first), last + 1);
  return phrase.length > 1 && phrase.length <= PHRASE_MOST ? phrase : [];
}
