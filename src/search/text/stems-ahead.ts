import { once } from '../../kit/once.ts';
import { stem, type Tongue } from './language.ts';

/** Suffixes that a stemmer of English cuts, first the one before which a letter doubles (`running`), or none. */
const ENGLISH =
  'ing ments nesses fulness lies ity ability ility ivity ion ization isation ence ance ously ator ise ed ible ional ative ysis our';
const bringing = once(() => import('./other-suffixes.ts'));
/** What other tongues have, once it was brought. */
let others: typeof import('./other-suffixes.ts') | undefined;

/** Brings what some tongues have: before what is typed in them is read. */
export async function loadSuffixes(tongues: readonly Tongue[]): Promise<void> {
  if (tongues.some((tongue) => tongue !== 'en')) others = await bringing();
}

/** A word with the article that its script writes as a part of it, and without; none of other scripts. */
export const articled = (word: string): string[] => others?.articled(word) ?? [];

/**
 * What is shorter than three letters begins too many words, or is small (of `off`, `of`), but of two such something comes: go, use. `com`
 * stands in nearly every address (of `comm`).
 */
const MEANT = /^(?!com$)(?:go|us|.{3,})$/;

/**
 * Stems of what a word begun may become that do not begin as it does: `movi` is on its way to `moving`, stem `move`, `environm` to
 * `environ`, `runni` to `run`; but `off` to no `of`. Where it ends as a suffix begins, it is stemmed with the rest of that; a doubled
 * letter stands before the first of them.
 */
export function stemsAhead(word: string, tongue: Tongue): string[] {
  const rests = new Set<string>();
  const suffixes = tongue === 'en' ? ENGLISH : (others?.suffixes[tongue] ?? '');
  for (const [nth, suffix] of suffixes.split(' ').entries()) {
    if (nth === 0 && word.at(-1) === word.at(-2)) rests.add(suffix);
    for (let i = 1; i < suffix.length; i++) if (word.endsWith(suffix.slice(0, i))) rests.add(suffix.slice(i));
  }
  const own = stem(word, tongue);
  const ahead = new Set(Array.from(rests, (rest) => stem(word + rest, tongue)));
  return [...ahead].filter((term) => MEANT.test(term) && term !== own && !term.startsWith(word));
}
