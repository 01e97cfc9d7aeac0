import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as english } from 'stemmer';
import { type Language, stopWords } from './stop-words.ts';

export type { Language };

/** A language search knows the endings of, or 'und' for every other: folded only. */
export type Tongue = Language | 'und';

const stemmers: Record<Language, (word: string) => string> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
};

const STEMMABLE = /^[a-z]{3,}$/;
/** Words repeat; this many stems are remembered by language, then forgotten at once. */
const REMEMBERED = 10_000;
const stems = new Map<Language, Map<string, string>>();

/** A folded word without its endings. Folding comes first, so that words typed without accents meet those with them. */
export function stem(word: string, tongue: Tongue): string {
  if (tongue === 'und') return word;
  const known = stems.get(tongue) ?? new Map<string, string>();
  stems.set(tongue, known);
  const before = known.get(word);
  if (before !== undefined) return before;
  const cut = STEMMABLE.test(word) ? stemmers[tongue](word) : word;
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, cut);
  return cut;
}

/** What a text is taken to be written in, where nothing says so and it gives no hint. */
const USUAL: Language = 'en';
/** So many more of its stop words than of the usual language's must stand in a text. */
const LEAD = 2;

/** The tongue a text says it is in, else the one its small words speak. `sample` is only taken where it is needed. */
export function tongueOf(lang: string | undefined, sample: () => { word: string }[]): Tongue {
  const [name = ''] = (lang ?? '').toLowerCase().split(/[-_]/);
  if (Object.hasOwn(stemmers, name)) return name as Language;
  return name === '' || name === 'und' ? guess(sample()) : 'und';
}

function guess(sample: { word: string }[]): Tongue {
  const count = (list: Set<string> | undefined) => sample.filter(({ word }) => list?.has(word)).length;
  let best: Language = USUAL;
  let most = count(stopWords.get(USUAL)) + LEAD;
  for (const [name, list] of stopWords) {
    const counted = count(list);
    if (name !== USUAL && counted > most) [best, most] = [name, counted];
  }
  return best;
}
