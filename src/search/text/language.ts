import { once } from '../../kit/once.ts';
import { english } from './english.ts';
import { languages, type Tongue } from './languages.ts';

export type { Tongue } from './languages.ts';

/** Those that are at hand: English, which a text is taken for where nothing tells, and what {@link loadStemmers} brought. */
const stemmers = new Map<Tongue, (word: string) => string>([
  ['und', (word) => word],
  ['en', english],
]);

/** How all others are brought; whoever meets English alone does not load even that. */
const bringing = once(() => import('./other-tongues.ts'));
let others: typeof import('./other-tongues.ts') | undefined;

/**
 * Brings the stemmers of some tongues, or of all: before anything is stemmed in them. Of texts in others nobody
 * can tell from then on what they are written in; whoever reads needs those alone that the index says there are.
 */
export async function loadStemmers(tongues: readonly Tongue[] = languages): Promise<void> {
  const missing = tongues.filter((tongue) => !stemmers.has(tongue));
  if (missing.length === 0) return;
  const brought = await bringing();
  others = brought;
  await Promise.all(missing.map(async (tongue) => stemmers.set(tongue, await brought.bring(tongue))));
}

const STEMMABLE = /^[a-z]{3,}$/;

/** A folded word without its endings, in a tongue whose stemmer was brought. Folding comes first, so that words typed without accents meet those with them. */
export function stem(word: string, tongue: Tongue): string {
  const cut = stemmers.get(tongue) as (word: string) => string;
  return STEMMABLE.test(word) ? cut(word) : word;
}

/** How the beginning of a word begins its stem in German, which has one of two spellings. */
export const inGerman = (word: string): string => others?.withoutUmlauts(word) ?? word;

/**
 * The tongue a text says it is in, else the one its small words and letters speak; as long as nothing but English is known, it is taken for
 * that. `sample`: words of it, folded and verbatim, only taken where they are needed.
 */
export function tongueOf(lang = '', sample: () => { word: string; text: string }[]): Tongue {
  const [name = ''] = lang.toLowerCase().split(/[-_]/);
  if (name === '' || name === 'und') return others?.guessLanguage(sample()) ?? 'en';
  return languages.find((one) => one === name) ?? 'und';
}
