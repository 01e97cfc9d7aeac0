import { withoutUmlauts } from '../../kit/umlauts.ts';
import { type Language, languages, type Tongue } from './languages.ts';
import { smallWordsOf } from './small-words.ts';

export { withoutUmlauts } from '../../kit/umlauts.ts';

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
  const { stemmer } = file;
  return tongue === 'de' ? (word) => stemmer(withoutUmlauts(word)) : stemmer;
}

/** So many more words of a language than of the usual one must stand in a text. */
const LEAD = 2;
/** Letters that only one of these languages has; a word with some tells more than a small word. */
const OWN_LETTERS: Partial<Record<Language, RegExp>> = { de: /[äöüß]/iu, es: /ñ/iu, pt: /[ãõ]/iu };
const TELLING = 3;

/** The language whose small words and letters stand in a text; where nothing tells, the `usual` one, unless none of its letters is Latin. */
export function guessLanguage(sample: { word: string; text: string }[], usual: Language = 'en'): Tongue {
  const letters = sample.map(({ word }) => word).join('');
  if (/\p{L}/u.test(letters) && !/[a-z]/.test(letters)) return 'und';
  const count = (language: Language) =>
    sample.reduce((sum, { word, text }) => {
      if (OWN_LETTERS[language]?.test(text)) return sum + TELLING;
      return smallWordsOf(language).has(word) ? sum + 1 : sum;
    }, 0);
  let best = usual;
  let most = count(usual) + LEAD;
  for (const name of languages) {
    const counted = name === usual ? 0 : count(name);
    if (counted > most) [best, most] = [name, counted];
  }
  return best;
}
