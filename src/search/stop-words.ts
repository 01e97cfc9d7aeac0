import { fold } from '../kit/fold.ts';

/** Languages whose small words are known. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof languages)[number];

/** Those at hand; others come with their stemmers (small-words.ts). */
const lists: Partial<Record<Language, string>> = {
  en: 'a about after again all also am an and any are as at be because been before being below between both but by can could did didn do does doesn doing don down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your',
};

/** Made when first asked for: to fold all of them was a good part of a popup's start. */
const made = new Map<Language, Set<string>>();

/** From now on small words of other languages are known too. */
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
