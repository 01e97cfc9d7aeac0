import { fold } from '../../kit/fold.ts';
import type { TypedWord } from '../asked/query-parts.ts';
import type { Matcher, Slot } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { SHOWN } from '../look/marks.ts';
import { rowTest } from '../look/phrase.ts';
import type { Skimmed } from '../look/skim.ts';
import { unpackAll } from '../stored/blocks.ts';
import { ENTRY } from '../stored/postings.ts';
import type { Tongue } from '../text/language.ts';
import { isSmallAsked } from '../text/small-words.ts';
import { codeIn, havingPieces } from './run-together.ts';
import type { Index, SearchOptions } from './search-options.ts';

/** So many records that have both parts of a word are asked whether these stand side by side: with each letter. */
const ASKED_MAX = 24;
/** Beside so many records most short words stand; then so many ways to part a word are looked for, of which the rarer part is the most usual. */
const LARGE = 10_000;
const WAYS_MAX = 2;
const IMPACT = ENTRY - 1;
const GROUPS = /\d{1,3}(?=(?:\d{3})*$)/g;
const NUMBER = /^\d+$/;
/** What a name of code is put together from: a capital begins each part, and digits go on with what stands before them (`s3BucketName`). */
const INSIDE = /\p{Lu}?[\p{Ll}\p{N}]+|[\p{Lu}\p{N}]+(?!\p{Ll})/gu;

/** A word in the parts that it may be written in. */
type Way = TypedWord[];

/** How an index is asked; see ask-parts.ts. `load` gives its records. */
interface Asking extends Partial<Pick<SearchOptions<unknown>, 'load'>> {
  answer(parts: Index['parts'], slots: Slot[]): Promise<Answered[]>;
}

/** What stands for a word in parts: the terms of these, and the records in which they stand side by side. */
interface Apart {
  matchers: Matcher[];
  found: Answered['found'];
  /** Not all that have them were asked. */
  isCut: boolean;
}

/**
 * The records that say a word in two parts side by side, whatever parts them (`wifi`: wi-fi, `setup`: set up), a name of code in all of
 * its parts (`maxPoolSize`: max_pool_size), or a number in its groups (`1250`: 1,250). All parts must be written, which no leaf is read for, and each record is asked whether they stand so.
 */
export async function standingApart(
  index: Index,
  slot: Slot,
  weight: number,
  { answer, load }: Asking,
): Promise<Apart | null> {
  const { parts, tongues, isGone } = index;
  const all = await waysOf(slot, index);
  const ways = index.records > LARGE ? all.slice(0, WAYS_MAX) : all;
  if (!load) return null;
  const inWays = ways.flatMap((one) => one.slots);
  const [answered, pieces] = [
    await answer(parts, inWays),
    await havingPieces(slot, index, (some) => answer(parts, some)),
  ];
  const slots = [...inWays, ...pieces.slots];
  const near = new Map<number, { impact: number; tests: Test[] }>();
  for (const [number, impact] of pieces.having)
    if (!isGone(number)) near.set(number, { impact, tests: [saying(codeIn(slot))] });
  for (const { way } of ways) {
    const both = havingAll(answered.splice(0, way.length));
    const test = both.size > 0 ? [testOf(way, tongues)] : [];
    for (const [number, impact] of both)
      if (!isGone(number)) near.set(number, { impact, tests: [...(near.get(number)?.tests ?? []), ...test] });
  }
  const best = [...near.keys()].sort((a, b) => (near.get(b)?.impact ?? 0) - (near.get(a)?.impact ?? 0));
  if (best.length === 0) return null;
  const records = await load(best.slice(0, ASKED_MAX));
  const entries = [...records]
    .filter(([number, { skimmed }]) => near.get(number)?.tests.some((stands) => stands(skimmed)))
    .map(([number]) => number * ENTRY + (near.get(number)?.impact ?? 0));
  if (entries.length === 0) return null;
  const lists = [{ count: entries.length, entries: entries.sort((a, b) => a - b) }];
  return {
    matchers: slots.flatMap(({ matchers }) => matchers),
    found: [{ weight, having: lists[0]?.count ?? 0, lists }],
    isCut: best.length > ASKED_MAX || all.length > ways.length,
  };
}

/** A way to part a word, with what each part is looked for by. */
interface Parting {
  way: Way;
  slots: Slot[];
}

/** The ways to part a word into what is written, the most usual first. */
async function waysOf({ word, text = word }: Slot, { parts, tongues }: Index): Promise<Parting[]> {
  const inside = text.normalize('NFKC').match(INSIDE)?.map(fold) ?? [];
  const key = `${tongues} ${word} ${inside}`;
  const all = known.get(key) ?? allWays(word, inside, tongues);
  if (known.size === KNOWN_MAX && !known.has(key)) known.clear();
  known.set(key, all);
  const terms = [...new Set(all.flatMap(({ slots }) => slots.flatMap(termsOf)))];
  const written = await Promise.all(parts.map((part) => part.count(terms)));
  const counts = new Map(terms.map((term, i) => [term, written.reduce((sum, one) => sum + (one[i] ?? 0), 0)]));
  const having = (slot: Slot) => Math.max(...termsOf(slot).map((term) => counts.get(term) ?? 0));
  return all
    .map((one): [Parting, number] => [one, Math.min(...one.slots.map(having))])
    .filter(([, rarest]) => rarest > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([one]) => one);
}

/** The words before the last stay the same from letter to letter, and each way has to be stemmed in every tongue. */
const known = new Map<string, Parting[]>();
const KNOWN_MAX = 16;

function allWays(word: string, inside: string[], tongues: Tongue[]): Parting[] {
  const all = NUMBER.test(word)
    ? [word.match(GROUPS) ?? []]
    : Array.from(word.slice(1), (_, i) => [word.slice(0, i + 1), word.slice(i + 1)]);
  if (inside.length > 2) all.push(inside);
  return all
    .filter((way) => way.every((text) => /^[\p{L}\p{N}]/u.test(text)))
    .map((texts) => {
      const way = texts.map((text): TypedWord => ({ word: text, text, isOpen: false }));
      return { way, slots: way.map((part) => wordSlots(part, tongues)[0] as Slot) };
    });
}

const termsOf = ({ matchers }: Slot): string[] => matchers.map(({ term }) => term);

/** By number, what a record says of that part which it says the least of; the rarest part is read first, and of the others what has it. */
function havingAll(parts: Answered[]): Map<number, number> {
  const countOf = ({ found }: Answered) => found.reduce((sum, { having }) => sum + having, 0);
  let said: Map<number, number> | null = null;
  for (const { found } of parts.toSorted((a, b) => countOf(a) - countOf(b))) {
    const before: Map<number, number> | null = said;
    const here = new Map<number, number>();
    for (const list of found.flatMap(({ lists }) => lists)) {
      const entries = new Uint32Array(list.count);
      unpackAll(list, entries);
      for (const entry of entries) {
        const number = entry >>> 4;
        const least = before ? before.get(number) : IMPACT;
        if (least !== undefined) here.set(number, Math.max(here.get(number) ?? 0, Math.min(least, entry & IMPACT)));
      }
    }
    said = here;
  }
  return said ?? new Map();
}

type Test = (skimmed: Skimmed) => boolean;

/** Whether parts stand side by side. A letter or a small word stands before anything (`apart`, a part): a sign must join them, and the groups of a number. */
function testOf(way: Way, tongues: Tongue[]): Test {
  const texts = way.map(({ text }) => text);
  const [first = '', second = ''] = texts;
  const isNumber = NUMBER.test(texts.join(''));
  const isLoose = tongues.some((tongue) => isSmallAsked(first, tongue));
  const joined = isNumber ? numberIn(texts) : wordIn(texts);
  const isJoined = saying(joined);
  if (isNumber || isLoose || first.length === 1 || second.length === 1) return isJoined;
  const query = { asked: [{ kind: 'phrase' as const, words: way }], barred: [] };
  return rowTest(query, tongues) ?? isJoined;
}

const saying =
  (joined: RegExp): Test =>
  ({ fields: { texts } }) =>
    texts.some((text) => joined.test(text) || joined.test(fold(text.slice(0, SHOWN))));

const wordIn = (parts: string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}\\s]+')}`, 'iu');

/** One sign parts all groups, and no further one follows. */
const numberIn = ([first = '', second = '', ...others]: string[]): RegExp =>
  new RegExp(`(?<!\\d[.,]?)${first}([.,'’_\\s])${[second, ...others].join('(?:\\1)')}(?!\\1?\\d)`, 'u');
