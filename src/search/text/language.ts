import { once } from '../../kit/once.ts';
import { english } from './english.ts';
import { type Language, languages, type Tongue } from './languages.ts';

export type { Language, Tongue } from './languages.ts';

type Stemmer = (word: string) => string;
/** Words of a text, folded and verbatim. */
type Sample = { word: string; text: string }[];

/** Those that are at hand: English, which a text is taken for where nothing tells, and what {@link loadStemmers} brought. */
const stemmers = new Map<Tongue, Stemmer>([
  ['und', (word) => word],
  ['en', english],
]);

/** How all others are brought; whoever meets English alone does not load even that. */
const bringing = once(() => import('./other-tongues.ts'));

/**
 * Brings the stemmers of some tongues, or of all: before anything is stemmed in them. Of texts in others nobody
 * can tell from then on what they are written in; whoever reads needs those alone that the index says there are.
 */
export async function loadStemmers(tongues: readonly Tongue[] = languages): Promise<void> {
  const missing = tongues.filter((tongue) => !stemmers.has(tongue));
  if (missing.length === 0) return;
  const { bring, guessLanguage, withoutUmlauts } = await bringing();
  [guess, inGerman] = [guessLanguage, withoutUmlauts];
  await Promise.all(missing.map(async (tongue) => stemmers.set(tongue, await bring(tongue))));
}

const STEMMABLE = /^[a-z]{3,}$/;

/** A folded word without its endings. Folding comes first, so that words typed without accents meet those with them. */
export function stem(word: string, tongue: Tongue): string {
  const cut = stemmers.get(tongue);
  if (!cut) throw new Error(`no stemmer: ${tongue}`);
  return STEMMABLE.test(word) ? cut(word) : word;
}

/** How the beginning of a word begins its stem in German, which has one of two spellings. */
export let inGerman = (word: string): string => word;

/** Nothing but English is known to begin with, so it is taken for that. */
let guess: (sample: Sample) => Language = () => 'en';

/** The tongue a text says it is in, else the one its small words and letters speak. `sample` is only taken where it is needed. */
export function tongueOf(lang = '', sample: () => Sample): Tongue {
  const [name = ''] = lang.toLowerCase().split(/[-_]/);
  if (name === '' || name === 'und') return guess(sample());
  return languages.find((one) => one === name) ?? 'und';
}
