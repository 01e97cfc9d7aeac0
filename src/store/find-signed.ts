import { wordsOf } from '../domain/said.ts';
import { fold } from '../kit/fold.ts';
import type { Failure } from '../kit/result.ts';
import { parseQuery } from '../search/asked/query.ts';
import { type Query, typedWords } from '../search/asked/query-parts.ts';
import { slotsOf } from '../search/asked/word-slots.ts';
import type { Index, Results, SearchOptions } from '../search/find/search.ts';
import type { IndexAnswer } from './ask-index.ts';
import type { Shown } from './read.ts';

type Options = SearchOptions<Shown>;
/** So many records are asked whether they say a word with its minus: with each letter, so it may not take long. */
const ASKED = 200;
/** Searches for a query; `narrow` says what else is wanted of it. */
export type Ask = (
  query: Query,
  narrow?: (options: Options, index: Index) => Options,
) => Promise<IndexAnswer<Results<Shown>>>;

/**
 * The same where bare words are left out (`-name`). Nothing that was typed may hide what it names: a record that says just that, minus
 * and all, as a command does (`find . -name x`), stands first; and where leaving out leaves nothing, what it hides is shown as fitting
 * in part, and a sentence says so.
 */
export async function findSigned(
  typed: string,
  query: Query,
  signs: string[],
  ask: Ask,
): Promise<IndexAnswer<Results<Shown>> & { problem?: Failure }> {
  const asText = parseQuery(typed, true);
  const left = await ask(query);
  const named = await ask(asText, (options, index) => narrow(options, index, signs));
  const hits = [...named.answer.hits.filter(({ isWhole }) => isWhole), ...left.answer.hits];
  const [whole, total] = [left.answer.whole, left.answer.total].map((count) => count + named.answer.whole);
  // Not all that may name it were asked: what was not is left out with the others.
  const cut = named.answer.isCut ? { isCut: named.answer.isCut } : {};
  if (hits.length > 0)
    return { ...left, answer: { ...left.answer, ...cut, hits, whole: whole ?? 0, total: total ?? 0 } };
  const hidden = await ask(asText);
  if (hidden.answer.total === 0) return left;
  const inPart = hidden.answer.hits.map((hit) => ({ ...hit, isWhole: false }));
  const failure = { code: 'search-left-out', detail: signs.join(' ') };
  return { ...hidden, answer: { ...hidden.answer, hits: inPart, whole: 0 }, problem: failure };
}

/** Only what has these words, and says them with their minus. */
function narrow(options: Options, { tongues }: Index, signs: string[]): Options {
  const asked = signs.flatMap((sign) => typedWords(sign, true)).map((word) => ({ kind: 'word' as const, word }));
  const slots = slotsOf(asked, tongues).flatMap((slot) =>
    slot.role === 'extra' ? [] : [{ ...slot, role: 'filter' as const }],
  );
  const keeps = (record: Shown) => says(record, signs) && options.keeps?.(record) !== false;
  return { ...options, keeps, asked: ASKED, slots: [...(options.slots ?? []), ...slots] };
}

/** What a word with a minus begins with, up to as many letters as are looked for: to fold all of a long text would take longer than the search. */
const SIGNED = /-(?<=(?:^|[\s`'"()[\]{}<>|=])-)\S{1,200}/g;

function says(record: Shown, signs: string[]): boolean {
  const said = Object.values(wordsOf(record)).flat().join(' ').match(SIGNED) ?? [];
  const folded = said.map(fold);
  return signs.every((sign) => folded.some((one) => one.startsWith(sign)));
}
