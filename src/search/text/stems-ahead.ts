import { once } from '../../kit/once.ts';
import { stem, type Tongue } from './language.ts';

/** Suffixes that a stemmer cuts, first the one before which a letter doubles (`running`, `pakken`) or none: of English, and of all others once they were brought. */
let suffixes: Partial<Record<Tongue, string>> = {
  und: '',
  en: 'ing ments nesses fulness lies ity ability ility ivity ion ization isation ence ance ously ator ise ed ible ional ative ysis our',
};
const bringing = once(() => import('./other-suffixes.ts'));

/** Brings the suffixes of some tongues: before what is typed in them is read. */
export async function loadSuffixes(tongues: readonly Tongue[]): Promise<void> {
  if (tongues.some((tongue) => !(tongue in suffixes))) suffixes = { ...suffixes, ...(await bringing()).suffixes };
}

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
  for (const [nth, suffix] of (suffixes[tongue] ?? '').split(' ').entries()) {
    if (nth === 0 && word.at(-1) === word.at(-2)) rests.add(suffix);
    for (let i = 1; i < suffix.length; i++) if (word.endsWith(suffix.slice(0, i))) rests.add(suffix.slice(i));
  }
  const own = stem(word, tongue);
  const ahead = new Set(Array.from(rests, (rest) => stem(word + rest, tongue)));
  return [...ahead].filter((term) => MEANT.test(term) && term !== own && !term.startsWith(word));
}
