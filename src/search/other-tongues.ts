import { type Language, languages } from './languages.ts';
import { smallWordsOf } from './small-words.ts';

type Stemmer = (word: string) => string;

/** One file a language, so that nobody loads what nobody writes here. */
const files: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  de: () => import('@orama/stemmers/german'),
  fr: () => import('@orama/stemmers/french'),
  es: () => import('@orama/stemmers/spanish'),
  pt: () => import('@orama/stemmers/portuguese'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
};

/** The stemmer of a language. */
export async function bring(tongue: string): Promise<Stemmer> {
  const file = await files[tongue]?.();
  if (!file) throw new Error(`there is no stemmer of ${tongue}`);
  return file.stemmer;
}

/** What a text is taken to be written in, where it gives no hint. */
const USUAL: Language = 'en';
/** So many more of its small words than of the usual language's must stand in a text. */
const LEAD = 2;

/** The language whose small words stand in a text. */
export function guessLanguage(sample: { word: string }[]): Language {
  const count = (language: Language) => sample.filter(({ word }) => smallWordsOf(language).has(word)).length;
  let best: Language = USUAL;
  let most = count(USUAL) + LEAD;
  for (const name of languages) {
    const counted = name === USUAL ? 0 : count(name);
    if (counted > most) [best, most] = [name, counted];
  }
  return best;
}
