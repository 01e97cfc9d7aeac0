import type { Matcher } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
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
 * it is mostly said in others (`war` in English, with a few German lessons beside it), and no other small word tells that its own is meant.
 */
export async function settled(answered: Answered[], index: Index): Promise<Answered[]> {
  const small = answered.map(({ slot: { role, isBegun, word } }) =>
    role !== 'stop' || isBegun || isSmallAsked(word, 'en')
      ? []
      : index.tongues.filter((one) => isSmallAsked(word, one)),
  );
  const isTold = (tongue: Tongue) =>
    new Set(answered.filter((_, i) => small[i]?.includes(tongue)).map(({ slot }) => slot.word)).size > 1;
  return Promise.all(
    answered.map(evened).map(async (one, i) => {
      const own = small[i] ?? [];
      if (own.length === 0 || own.some(isTold) || !(await isSaidElsewhere(one, own, index))) return one;
      return { ...one, slot: { ...one.slot, role: 'needed' as const } };
    }),
  );
}

function evened({ slot, found }: Answered): Answered {
  const isForm = (i: number) => slot.matchers[i]?.weight === 1 && !slot.matchers[i]?.isBeginning;
  const having = found.reduce((sum, one, i) => sum + (isForm(i) ? one.having : 0), 0);
  const isBound = (i: number) => boundTo(slot.matchers[i] as Matcher).length > 0;
  return { slot, found: found.map((one, i) => (isForm(i) && isBound(i) ? { ...one, having } : one)) };
}

async function isSaidElsewhere({ found }: Answered, small: Tongue[], { parts, isGone }: Index): Promise<boolean> {
  const written = await Promise.all(parts.map((part) => part.match(small.map(toMatcher))));
  const isInside = standsIn(written.flat(2));
  const all = found.flatMap(({ lists }) => lists.map(entriesOf));
  // A small word is in half of all records, and asked of with each letter: so no set.
  const seen = new Uint8Array(1 + Math.max(0, ...all.map((entries) => (entries.at(-1) ?? 0) >>> 4)));
  let [inside, outside] = [0, 0];
  for (const entries of all) {
    for (const entry of entries) {
      const number = entry >>> 4;
      if (seen[number] || isGone(number)) continue;
      seen[number] = 1;
      if (isInside(number)) inside++;
      else outside++;
    }
  }
  return outside > 0 && outside >= inside;
}
