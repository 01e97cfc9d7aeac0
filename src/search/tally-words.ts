import { fieldsOf, type Read } from './entry.ts';
import type { Tongue } from './language.ts';
import { eachLexeme, forgetLexemes, type Lexeme, type Tally } from './terms.ts';
import { toImpact, weigh } from './weight.ts';

/** What a record is found by: its terms, each once, and beside them what each says about it. */
export interface Weighed {
  tongue: Tongue;
  terms: string[];
  impacts: number[];
}

/** So many terms are remembered; then they are forgotten at once, between two records. */
const REMEMBERED = 65_536;
const tallies = new Map<string, Tally>();
let record = 0;

/**
 * The same as weighing a record's entry, only quicker: every word is looked up once, and brings the places where its terms are
 * counted along.
 */
export function weighWords(read: Read): Weighed {
  if (tallies.size > REMEMBERED) forget();
  record++;
  const { title, body, tongue } = fieldsOf(read);
  const met: Tally[] = [];
  const lengths = { titleLength: 0, bodyLength: 0 };
  eachLexeme(title, tongue, (lexeme) => {
    for (const tally of talliesOf(lexeme)) {
      meet(tally, met);
      tally.title++;
      lengths.titleLength++;
    }
  });
  for (const field of body) {
    eachLexeme(field, tongue, (lexeme) => {
      for (const tally of talliesOf(lexeme)) {
        meet(tally, met);
        tally.body++;
        lengths.bodyLength++;
      }
    });
  }
  const impacts = met.map((tally) => toImpact(weigh(tally.title, tally.body, lengths)));
  return { tongue, terms: met.map(({ term }) => term), impacts };
}

function meet(tally: Tally, met: Tally[]): void {
  if (tally.record === record) return;
  tally.record = record;
  tally.title = tally.body = 0;
  met.push(tally);
}

function talliesOf(lexeme: Lexeme): Tally[] {
  lexeme.tallies ??= lexeme.terms.map(({ term }) => {
    const known = tallies.get(term) ?? { term, record: 0, title: 0, body: 0 };
    tallies.set(term, known);
    return known;
  });
  return lexeme.tallies;
}

function forget(): void {
  tallies.clear();
  forgetLexemes();
}
