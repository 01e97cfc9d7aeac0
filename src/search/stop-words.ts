import { fold } from '../kit/fold.ts';

/** Languages whose small words are known. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof languages)[number];

/** Those that were brought (small-words.ts, small-english.ts): one word alone needs none. */
const lists: Partial<Record<Language, string>> = {};

/** Made when first asked for: to fold all of them was a good part of a popup's start. */
const made = new Map<Language, Set<string>>();

/** From now on small words of some languages are known. */
export const learnSmallWords = (more: typeof lists): void => void Object.assign(lists, more);

/** Whether small words of such a language can be known. */
export const isLanguage = (name: string): name is Language => languages.some((one) => one === name);

/** Words of a language that join others and say little themselves; none as long as nobody brought them. */
export function stopWordsOf(language: Language): ReadonlySet<string> {
  const list = lists[language];
  if (list === undefined) return new Set();
  const words = made.get(language) ?? new Set(fold(list).split(' '));
  made.set(language, words);
  return words;
}
