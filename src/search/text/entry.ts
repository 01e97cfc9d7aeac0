import type { Words } from '../../domain/kinds/kind.ts';
import { type Tongue, tongueOf } from './language.ts';
import { addTerms, type Term, termsOf } from './terms.ts';
import { words } from './words.ts';

/** One record as search sees it. */
export interface Entry {
  tongue: Tongue;
  title: Term[];
  body: Term[];
}

/** A record's words, and the site it is from, which is found like a word of the body. */
export type Read = Words & { site: string };

/** So far apart are the texts of a record, so that no phrase reaches across them, and nothing is next to what stands in another. */
export const FIELD_GAP = 10;

/** Characters that are read to guess a tongue. */
const SAMPLE = 4_000;

/** What a record is found by, word for word. */
export function entryOf({ texts: [title = '', ...body], tongue }: Fields): Entry {
  const terms: Term[] = [];
  for (const field of body)
    addTerms(terms, field, tongue, terms.length === 0 ? 0 : (terms.at(-1)?.at ?? 0) + FIELD_GAP);
  return { tongue, title: termsOf(title, tongue), body: terms };
}

/** The texts that are searched. */
export interface Fields {
  /** The title, then the body: quote, note, text, tags and site, each in its place, '' where there is none. */
  texts: string[];
  tongue: Tongue;
}

export function fieldsOf({ title, quote, note, text, tags, lang, site }: Read): Fields {
  const texts = [title, quote, note, text, tags?.join(', '), site].map((field) => field ?? '');
  return { texts, tongue: tongueOf(lang, () => words(texts.join('\n').slice(0, SAMPLE))) };
}
