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
const OWN_LETTERS: [Language, RegExp][] = [
  ['de', /[äöüß]/iu],
  ['es', /ñ/iu],
  ['pt', /[ãõ]/iu],
];
const TELLING = 3;
/**
 * What none of these languages has, and others that are written in Latin letters do: letters from Polish to Turkish and Vietnamese, what Finnish
 * words end in, and where letters tell little, small words. Only in words without a capital: else a name alone would tell.
 */
const FOREIGN =
  /^(?!\p{Lu}).*(?:[åæðøýþ\u0100-\u0151\u0154-\u0259\u1ea0-\u1ef9]|ää|[äö]i|yö|än?$|õ(?!e))|^(?:är|för|när|és|që|të)$/u;
const FOREIGN_PLAIN = /^(?:och|att|inte|ikke|jeg|hogy|egy|ang|mga|yang|untuk|dengan|dari|tidak|adalah|katika|dhe)$/;
const ASCII = /^[!-~]*$/;

/** By word, the languages that it is a small word of. */
let speakers: Map<string, Language[]> | undefined;

function collectSpeakers(): Map<string, Language[]> {
  const found = new Map<string, Language[]>();
  for (const language of languages)
    for (const word of smallWordsOf(language)) found.set(word, [...(found.get(word) ?? []), language]);
  return found;
}

/**
 * The language whose small words and letters stand in a text; where nothing tells, the `usual` one. None where no letter is Latin, and where
 * most of what tells is foreign to all of them.
 */
export function guessLanguage(sample: { word: string; text: string }[], usual: Language = 'en'): Tongue {
  const letters = sample.map(({ word }) => word).join('');
  if (/\p{L}/u.test(letters) && !/[a-z]/.test(letters)) return 'und';
  speakers ??= collectSpeakers();
  const counts: Partial<Record<Tongue, number>> = { [usual]: LEAD };
  const add = (tongue: Tongue, by: number) => {
    counts[tongue] = (counts[tongue] ?? 0) + by;
  };
  for (const { word, text } of sample) {
    const isPlain = ASCII.test(text);
    if (isPlain ? FOREIGN_PLAIN.test(text) : FOREIGN.test(text.normalize('NFC'))) {
      add('und', TELLING);
      continue;
    }
    const owner = isPlain ? undefined : OWN_LETTERS.find(([, its]) => its.test(text))?.[0];
    if (owner) add(owner, TELLING);
    for (const language of speakers.get(word) ?? []) if (language !== owner) add(language, 1);
  }
  let best: Tongue = usual;
  for (const tongue of ['und', ...languages] as const) if ((counts[tongue] ?? 0) > (counts[best] ?? 0)) best = tongue;
  return best;
}
