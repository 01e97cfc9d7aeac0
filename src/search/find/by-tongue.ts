import type { Answered } from '../asked/answered.ts';
import type { Matcher } from '../asked/slot.ts';
import { unpackAll } from '../stored/blocks.ts';
import { type List, numberAt } from '../stored/postings.ts';
import { tongueTerms } from '../text/beginnings.ts';
import type { Tongue } from '../text/languages.ts';
import { isSmallAsked } from '../text/small-words.ts';
import type { Part } from './part.ts';
import type { Index } from './search-options.ts';

/**
 * What is to be told apart where records are written in several tongues: what one cuts off a word, or finds too small to be asked for, says
 * nothing about the others. The French stem of `commit` is `comm`, which is another word in English.
 */

/** The same index, of which a stem is met by records alone in whose tongue it is one. */
export const narrowed = (index: Index): Index => ({ ...index, parts: index.parts.map(narrowedPart) });

function narrowedPart(part: Part): Part {
  return {
    ...part,
    match: async (matchers) => {
      const tongues = [...new Set(matchers.flatMap(boundTo))];
      const found = await part.match([...matchers, ...tongues.map(toMatcher)]);
      const written = new Map(tongues.map((tongue, i) => [tongue, found[matchers.length + i] ?? []]));
      return matchers.map((one, i) => {
        const [bound, lists = []] = [boundTo(one), found[i]];
        if (bound.length === 0 || lists.length === 0) return lists;
        const isWritten = standsIn(bound.flatMap((tongue) => written.get(tongue) ?? []));
        return lists.map((list) => {
          const entries = entriesOf(list).filter((entry) => isWritten(entry >>> 4));
          return { count: entries.length, entries };
        });
      });
    },
  };
}

/** The tongues that records must be in to be met. English stems are hardly ever other words, and records in English have no mark. */
const boundTo = ({ of = [] }: Matcher): Tongue[] => (of.every((one) => tongueTerms(one).length > 0) ? of : []);

const toMatcher = (tongue: Tongue): Matcher => ({ term: tongueTerms(tongue)[0] ?? '', isBeginning: false, weight: 0 });

type Test = (number: number) => boolean;

/** A tongue is asked of with each letter, and is a good part of all records. Its list is the same as long as its leaf is remembered. */
const known = new WeakMap<List, Test>();

/** Whether a number stands in any of some lists. */
function standsIn(lists: List[]): Test {
  const all = lists.map((list) => {
    const has = known.get(list) ?? numbersIn(list);
    known.set(list, has);
    return has;
  });
  return (number) => all.some((has) => has(number));
}

function numbersIn(list: List): Test {
  const entries = entriesOf(list);
  const first = numberAt(entries, 0);
  const here = new Uint8Array(numberAt(entries, entries.length - 1) - first + 1);
  for (let i = 0; i < entries.length; i++) here[numberAt(entries, i) - first] = 1;
  return (number) => here[number - first] === 1;
}

function entriesOf(list: List): Uint32Array {
  const entries = new Uint32Array(list.count);
  unpackAll(list, entries);
  return entries;
}

/**
 * The same, of one word in several tongues: as telling in each as in all. And a word that is small in some of the tongues is needed where
 * it is mostly said in others: `war` in English, with a few German lessons beside it.
 */
export async function settled(answered: Answered[], index: Index): Promise<Answered[]> {
  const all = answered.map(evened);
  return Promise.all(
    all.map(async (one) => {
      const { slot } = one;
      if (slot.role !== 'stop' || slot.isBegun || !(await isSaidElsewhere(one, index))) return one;
      return { ...one, slot: { ...slot, role: 'needed' as const } };
    }),
  );
}

function evened({ slot, found }: Answered): Answered {
  const isForm = (i: number) => slot.matchers[i]?.weight === 1 && !slot.matchers[i]?.isBeginning;
  const having = found.reduce((sum, one, i) => sum + (isForm(i) ? one.having : 0), 0);
  const isBound = (i: number) => boundTo(slot.matchers[i] as Matcher).length > 0;
  return { slot, found: found.map((one, i) => (isForm(i) && isBound(i) ? { ...one, having } : one)) };
}

async function isSaidElsewhere({ slot, found }: Answered, { parts, tongues, isGone }: Index): Promise<boolean> {
  const small = tongues.filter((tongue) => isSmallAsked(slot.word, tongue));
  if (small.length === 0 || small.includes('en')) return false;
  const written = await Promise.all(parts.map((part) => part.match(small.map(toMatcher))));
  const numbers = found.flatMap(({ lists }) =>
    lists.flatMap((list) => Array.from(entriesOf(list), (one) => one >>> 4)),
  );
  const live = new Set(numbers.filter((number) => !isGone(number)));
  const inside = [...live].filter(standsIn(written.flat(2))).length;
  return live.size > inside && live.size >= 2 * inside;
}
