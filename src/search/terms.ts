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
  /** Stands for a part of a name, beside the name itself. */
  isPart?: true;
}

/** What one word is found by, its places counted from its own; it takes `places` of them. */
export interface Lexeme {
  verbatim: string;
  terms: Term[];
  /** The same terms to be counted; made when they are first wanted. */
  known?: KnownTerm[];
  places: number;
}

/** Words repeat: what they are found by is remembered as they stand. */
interface Lexicon {
  all: Map<string, Lexeme>;
  /** Those met last, by a few of their letters: most words are found here without being cut out of their text. */
  near: (Lexeme | undefined)[];
}

/** So many words are remembered by tongue, then forgotten at once. */
const REMEMBERED = 32_768;
const NEAR = 8_192;
const lexicons = new Map<Tongue, Lexicon>();

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
    for (const { term, at: within, word, isPart } of terms) {
      found.push(isPart ? { term, at: at + within, word, isPart } : { term, at: at + within, word });
    }
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

function lexiconOf(tongue: Tongue): Lexicon {
  const lexicon = lexicons.get(tongue) ?? { all: new Map<string, Lexeme>(), near: [] };
  lexicons.set(tongue, lexicon);
  return lexicon;
}

/** What the word from `start` to `end` of a text is found by. */
export const lexemeAt = (text: string, start: number, end: number, tongue: Tongue): Lexeme =>
  lexemeOf(lexiconOf(tongue), text, start, end, tongue);

/** Visits what each word of a text is found by. */
export function eachLexeme(text: string, tongue: Tongue, visit: (lexeme: Lexeme) => void): void {
  const lexicon = lexiconOf(tongue);
  eachPlace(text, (start, end) => visit(lexemeOf(lexicon, text, start, end, tongue)));
}

function lexemeOf({ all, near }: Lexicon, text: string, start: number, end: number, tongue: Tongue): Lexeme {
  const middle = text.charCodeAt((start + end) >> 1);
  const letters = (text.charCodeAt(start) * 31 + middle) * 31 + text.charCodeAt(end - 1);
  const place = (letters * 31 + text.charCodeAt(start + 1) * 7 + end - start) % NEAR;
  const met = near[place];
  if (met && met.verbatim.length === end - start && text.startsWith(met.verbatim, start)) return met;
  const verbatim = text.slice(start, end);
  const lexeme = all.get(verbatim) ?? readWord(verbatim, tongue);
  // Long ones hardly come again, and are large.
  if (verbatim.length > WORD_MAX) return lexeme;
  if (all.size >= REMEMBERED) all.clear();
  all.set(verbatim, lexeme);
  near[place] = lexeme;
  return lexeme;
}

function readWord(verbatim: string, tongue: Tongue): Lexeme {
  const word = foldWord(verbatim);
  // Most words have no parts, and one stretch.
  if (PLAIN.test(verbatim)) return { verbatim, terms: [{ term: stem(word, tongue), at: 0, word }], places: 1 };
  const terms: Term[] = [];
  let at = 0;
  const all = stretches(word);
  for (const stretch of all) {
    const pieces = stretch.isSpaceless ? pairs(stretch.text) : [];
    if (!stretch.isSpaceless) terms.push({ term: stem(stretch.text, tongue), at, word });
    const inside = stretch.isSpaceless ? pieces : parts(verbatim).map((part) => stem(part, tongue));
    // Its last letter belongs to the next piece.
    if (stretch.isSpaceless && verbatim.length > WORD_MAX && stretch === all.at(-1)) inside.pop();
    for (const [i, term] of inside.entries()) {
      terms.push(stretch.isSpaceless ? { term, at: at + i, word } : { term, at: at + i, word, isPart: true });
    }
    at += stretch.isSpaceless ? inside.length : Math.max(1, inside.length);
  }
  return { verbatim, terms, places: at };
}
