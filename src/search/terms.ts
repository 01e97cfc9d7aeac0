import { stem, type Tongue } from './language.ts';
import { pairs, stretches } from './spaceless.ts';
import { eachWord, foldWord, parts } from './words.ts';

/** One thing a text can be found by, and where it stands. */
export interface Term {
  term: string;
  /** Place among the words of the text; parts of a name stand on neighbouring places. */
  at: number;
  /** The whole word, folded. */
  word: string;
  /** Stands for a part of a name, beside the name itself. */
  isPart?: true;
}

/** What one word is found by, its places counted from its own; it takes `places` of them. */
export interface Lexeme {
  terms: Term[];
  places: number;
  /** Where its terms are counted, see tally-words.ts. */
  tallies?: Tally[];
}

/** How often a term stands in the record that is looked at: one object a term, which the next record uses again. */
export interface Tally {
  term: string;
  /** The record this is of, by the order in which they are looked at. */
  record: number;
  title: number;
  body: number;
}

/** Words repeat; so many are remembered by tongue as they stand, then forgotten at once. */
const REMEMBERED = 32_768;
const lexemes = new Map<Tongue, Map<string, Lexeme>>();

/** Everything a text is found by, in its order: stems, parts of names, pairs in scripts without spaces. */
export function termsOf(text: string, tongue: Tongue): Term[] {
  const found: Term[] = [];
  addTerms(found, text, tongue, 0);
  return found;
}

/** Adds what a text is found by to `found`, places counted from `from`. */
export function addTerms(found: Term[], text: string, tongue: Tongue, from: number): void {
  const known = lexemesOf(tongue);
  let at = from;
  eachWord(text, (verbatim) => {
    const lexeme = lexemeOf(known, verbatim, tongue);
    for (const { term, at: within, word, isPart } of lexeme.terms) {
      found.push(isPart ? { term, at: at + within, word, isPart } : { term, at: at + within, word });
    }
    at += lexeme.places;
  });
}

/** Visits what each word of a text is found by. */
export function eachLexeme(text: string, tongue: Tongue, visit: (lexeme: Lexeme) => void): void {
  const known = lexemesOf(tongue);
  eachWord(text, (verbatim) => visit(lexemeOf(known, verbatim, tongue)));
}

/** Remembers no word any more. */
export const forgetLexemes = (): void => lexemes.clear();

function lexemesOf(tongue: Tongue): Map<string, Lexeme> {
  const known = lexemes.get(tongue) ?? new Map<string, Lexeme>();
  lexemes.set(tongue, known);
  return known;
}

function lexemeOf(known: Map<string, Lexeme>, verbatim: string, tongue: Tongue): Lexeme {
  const before = known.get(verbatim);
  if (before) return before;
  const lexeme = readWord(verbatim, tongue);
  if (known.size >= REMEMBERED) known.clear();
  known.set(verbatim, lexeme);
  return lexeme;
}

function readWord(verbatim: string, tongue: Tongue): Lexeme {
  const word = foldWord(verbatim);
  const terms: Term[] = [];
  let at = 0;
  for (const stretch of stretches(word)) {
    const pieces = stretch.isSpaceless ? pairs(stretch.text) : [];
    if (!stretch.isSpaceless) terms.push({ term: stem(stretch.text, tongue), at, word });
    const inside = stretch.isSpaceless ? pieces : parts(verbatim).map((part) => stem(part, tongue));
    for (const [i, term] of inside.entries()) {
      terms.push(stretch.isSpaceless ? { term, at: at + i, word } : { term, at: at + i, word, isPart: true });
    }
    at += Math.max(1, inside.length);
  }
  return { terms, places: at };
}
