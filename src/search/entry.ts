import type { Words } from '../domain/kinds/kind.ts';
import { terms } from './terms.ts';

/** One record as search sees it: its terms by field, in order. */
export interface Entry {
  title: string[];
  body: string[];
}

export function entryOf(words: Words & { site: string }): Entry {
  const body = [words.quote, words.note, words.text, words.tags?.join(' '), words.site];
  return { title: terms(words.title ?? ''), body: terms(body.filter(Boolean).join('\n')) };
}
