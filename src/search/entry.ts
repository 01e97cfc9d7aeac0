import type { Words } from '../domain/kinds/kind.ts';
import { type Tongue, tongueOf } from './language.ts';
import { addTerms, type Term, termsOf } from './terms.ts';
import { words } from './words.ts';

/** One record as search sees it. */
export interface Entry {
  tongue: Tongue;
  title: Term[];
  body: Term[];
}

/** So far apart are the fields of a body, so that no phrase reaches across them. */
const FIELD_GAP = 10;

/** Characters that are read to guess a tongue. */
const SAMPLE = 4_000;

/** What a record is found by. The site is found like a word of the body. */
export function entryOf({ title, quote, note, text, tags, lang, site }: Words & { site: string }): Entry {
  const fields = [quote, note, text, tags?.join('\n'), site].filter((field) => (field ?? '') !== '') as string[];
  const tongue = tongueOf(lang, () => words([title, ...fields].join('\n').slice(0, SAMPLE)));
  const body: Term[] = [];
  for (const field of fields) {
    const from = body.length === 0 ? 0 : (body.at(-1)?.at ?? 0) + FIELD_GAP;
    addTerms(body, field, tongue, from);
  }
  return { tongue, title: termsOf(title ?? '', tongue), body };
}
