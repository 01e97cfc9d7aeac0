import { type KnownTerm, knownTerm } from './known-terms.ts';
import { stem, type Tongue } from './language.ts';
import { pairs, stretches, WORD_MAX } from './spaceless.ts';
import { eachPlace, foldWord, PLAIN, parts } from './words.ts';

/** One thing a text can be found by, and where it stands. */
export interface Term {
  term: string;
  /** Place among the words of the text; parts of a name stand on neighbouring places. */
  at: number;
  /** The whole word, folded. */
  word: string;
  /** Stands for a part of a name, beside the name itself; */
  isPart?: true;
  /** and the name takes as many places as it has parts, where these are several. */
  places?: number;
}

/** What one word is found by, its places counted from its own; it takes `places` of them. */
export interface Lexeme {
  terms: Term[];
  /** The same terms to be counted; made when they are first wanted. */
  known?: KnownTerm[];
  places: number;
}

/** Words repeat: what they are found by is remembered as they stand, so many by tongue, then forgotten at once. */
const REMEMBERED = 32_768;
const lexicons = new Map<Tongue, Map<string, Lexeme>>();

/** Everything a text is found by, in its order: stems, parts of names, pairs in scripts without spaces. */
export function termsOf(text: string, tongue: Tongue): Term[] {
  const found: Term[] = [];
  addTerms(found, text, tongue, 0);
  return found;
}

/** Adds what a text is found by to `found`, places counted from `from`; gives the place after its last. */
export function addTerms(found: Term[], text: string, tongue: Tongue, from: number): number {
  let at = from;
  eachLexeme(text, tongue, ({ terms, places }) => {
    for (const one of terms) found.push({ ...one, at: at + one.at });
    at += places;
  });
  return at;
}

/** Visits what a text is found by. */
export function eachTerm(text: string, tongue: Tongue, visit: (term: KnownTerm) => void): void {
  eachLexeme(text, tongue, (lexeme) => {
    lexeme.known ??= lexeme.terms.map(({ term }) => knownTerm(term));
    for (const term of lexeme.known) visit(term);
  });
}

/** Remembers no word any more. */
export const forgetWords = (): void => lexicons.clear();

/** Visits what each word of a text is found by. */
export const eachLexeme = (text: string, tongue: Tongue, visit: (lexeme: Lexeme) => void): void =>
  eachPlace(text, (start, end) => visit(lexemeOf(text.slice(start, end), tongue)));

/** What a word is found by, as it stands. */
export function lexemeOf(verbatim: string, tongue: Tongue): Lexeme {
  const lexicon = lexicons.get(tongue) ?? new Map<string, Lexeme>();
  const known = lexicon.get(verbatim);
  if (known) return known;
  const lexeme = readWord(verbatim, tongue);
  // Long ones hardly come again, and are large.
  if (verbatim.length > WORD_MAX) return lexeme;
  if (lexicon.size >= REMEMBERED) lexicon.clear();
  lexicons.set(tongue, lexicon.set(verbatim, lexeme));
  return lexeme;
}

function readWord(verbatim: string, tongue: Tongue): Lexeme {
  const word = foldWord(verbatim);
  // Most words have no parts, and one stretch.
  if (PLAIN.test(verbatim)) return { terms: [{ term: stem(word, tongue), at: 0, word }], places: 1 };
  const terms: Term[] = [];
  let at = 0;
  const all = stretches(word);
  for (const stretch of all) {
    if (stretch.isSpaceless) {
      const letters = pairs(stretch.text);
      // Its last letter belongs to the next piece.
      if (verbatim.length > WORD_MAX && stretch === all.at(-1)) letters.pop();
      for (const term of letters) terms.push({ term, at: at++, word });
    } else {
      const inside = parts(verbatim);
      const places = inside.length > 1 ? { places: inside.length } : {};
      terms.push({ term: stem(stretch.text, tongue), at, word, ...places });
      for (const [i, part] of inside.entries())
        terms.push({ term: stem(part, tongue), at: at + i, word, isPart: true });
      at += Math.max(1, inside.length);
    }
  }
  return { terms, places: at };
}
