import { fold } from '../../kit/fold.ts';
import { parseQuery } from '../asked/query.ts';
import { type Asked, type Query, type TypedWord, typedWords } from '../asked/query-parts.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { rowTest } from '../look/phrase.ts';
import type { Skimmed } from '../look/skim.ts';
import type { Answer, Ask } from './ask.ts';
import { mergeNear } from './merge-near.ts';
import type { Index, SearchOptions } from './search-options.ts';

/** So many records are asked whether they say a word with its minus: with each letter, so it may not take long. */
const ASKED = 200;
/**
 * The same where bare words are left out (`-name`). Nothing that was typed may hide what it names: a record that says a word just so, minus
 * and all, as a command does (`find . -name x`), is found beside what lacks the word; and where leaving out leaves nothing, what it hides
 * is shown as fitting in part, and a sentence says so.
 */
export async function findSigned<T>(
  typed: string,
  query: Query,
  signs: string[],
  ask: Ask<T>,
  limit: number,
): Promise<Answer<T>> {
  const asText = parseQuery(typed, true);
  const left = await ask(query);
  const named = await ask(asText, (options, index) => narrow(options, index, query, signs));
  const [one, other] = [named.answer, left.answer];
  const hits = mergeNear(one.hits, other.hits);
  const whole = one.whole + other.whole;
  if (hits.length > 0) {
    const isFilled = whole >= limit;
    const total = isFilled ? whole : one.total + other.total;
    // Not all that may name it were asked: what was not is left out with the others.
    const cut = one.isCut && { isCut: one.isCut };
    const shown = isFilled ? hits.filter(({ isWhole }) => isWhole) : hits;
    return { ...left, answer: { ...other, ...cut, hits: shown, whole, total } };
  }
  const hidden = await ask(asText);
  if (hidden.answer.total === 0) return left;
  const inPart = hidden.answer.hits.map((hit) => ({ ...hit, isWhole: false }));
  const problem = { code: 'search-left-out', detail: signs.join(' ') };
  return { ...hidden, answer: { ...hidden.answer, hits: inPart, whole: 0 }, problem };
}

/** Only what says one of these words with its minus, and has none that it does not say so. */
function narrow<T>(
  options: SearchOptions<T>,
  { tongues }: Index,
  { barred }: Query,
  signs: string[],
): SearchOptions<T> {
  const rows = signs.map((sign) => {
    const words = typedWords(sign, false);
    // As it is left out: what was typed last may go on.
    return barred.map(wordsIn).find((some) => some.map(wordOf).join(' ') === words.map(wordOf).join(' ')) ?? words;
  });
  const matchers = rows
    .flat()
    .flatMap((word) => wordSlots(word, tongues))
    .flatMap((slot) => (slot.role === 'extra' ? [] : slot.matchers));
  const lacks = rows.map((words) => rowTest({ asked: [], barred: [{ kind: 'phrase', words }] }, tongues));
  const keeps = (record: T, skimmed: Skimmed): boolean => {
    const says = saysOf(skimmed, signs);
    return (
      says.some(Boolean) &&
      says.every((isSaid, i) => isSaid || lacks[i]?.(skimmed) !== false) &&
      options.keeps?.(record, skimmed) !== false
    );
  };
  return { ...options, keeps, asked: ASKED, slots: [...(options.slots ?? []), { role: 'filter', matchers, word: '' }] };
}

const wordOf = ({ word }: TypedWord): string => word;
const wordsIn = (one: Asked): TypedWord[] =>
  one.kind === 'word' ? [one.word] : one.kind === 'phrase' ? one.words : [];

/** What a word with a minus begins with, up to as many letters as are looked for: to fold all of a long text would take longer than the search. */
const SIGNED = /-(?<=(?:^|[\s`'"()[\]{}<>|=])-)\S{1,200}/g;

/** Of each of these words whether a record says it, or what it begins, with its minus. */
function saysOf({ fields }: Skimmed, signs: string[]): boolean[] {
  const said = fields.texts.join(' ').match(SIGNED) ?? [];
  const folded = said.map(fold);
  return signs.map((sign) => folded.some((one) => one.startsWith(sign)));
}
