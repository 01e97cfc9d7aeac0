import { once } from '../../kit/once.ts';
import type { Matcher, Slot } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { placeIn } from '../stored/sorted.ts';
import { stem, type Tongue } from '../text/language.ts';
import type { Part } from './part.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { LETTER, SHORTEST, SURE_LETTERS, stemsNear } from './stems-near.ts';

/** How surely it is meant what a word becomes that nothing has; and one that something has, which comes first. */
const SLIP_WEIGHT = 0.6;
const BESIDE_WEIGHT = 1 / 16;
/** So many times more usual is what was meant than what a slip made of it. */
const USUAL = 8;

/** How an index is asked; see ask-parts.ts. */
interface Asking extends Partial<Pick<SearchOptions<unknown>, 'load'>> {
  answer(parts: Part[], slots: Slot[]): Promise<Answered[]>;
  countLive(found: Answered['found'], isGone: Index['isGone'], enough: number): number;
}

/** Longer words are keys and hashes: their slips are many, and meant by nobody. */
const LONGEST = 32;
/** A shorter word that is written at all is no slip. */
const WRITTEN_MIN = 5;
/** From so many letters on, a word that is finished may be part of a longer one. */
const BEGINNING_MIN = 5;
/** In these, words are written together; of one that is, so many letters are left out at most. */
const COMPOUNDING = new Set<Tongue>(['de', 'nl']);
const ENDING_MAX = 3;
/** Nobody slips in more words of a search; what is pasted has dozens that nothing has. */
const MENDED_MAX = 6;
/** And of so few it is asked whether they are written in two: records have to be read for it. */
const PARTED_MAX = 2;

/** A word that hardly any records have, or none. */
interface Lacking {
  one: Answered;
  having: number;
}

const isMendable = ({ one: { slot } }: Lacking): boolean => slot.word.length >= SHORTEST && slot.word.length <= LONGEST;
/** Of a number another one is no slip, nor does it go on; it may be written in groups. */
const isWord = ({ one: { slot } }: Lacking): boolean => LETTER.test(slot.word);

/** What is written in two comes with the first word that nothing has. */
const parting = once(() => import('./apart.ts'));

/** The same with what those words stand for; first those that nothing has. Of more than can be mended it is still said that nothing has them. */
export async function correct(
  index: Index,
  answered: Answered[],
  lacking: Lacking[],
  asking: Asking,
): Promise<Answered[]> {
  const first = lacking.filter(isMendable).sort((a, b) => Number(isWord(b)) - Number(isWord(a)) || a.having - b.having);
  const mended = new Set(first.slice(0, MENDED_MAX));
  const parted = new Set([...new Set(first.map(({ one }) => one.slot.word))].slice(0, PARTED_MAX));
  const become = await Promise.all(
    lacking.map(async (lack): Promise<[Answered, Answered]> => {
      const { one, having } = lack;
      const told = having > 0 ? one : { ...one, slot: { ...one.slot, isUnwritten: true as const } };
      return [
        one,
        mended.has(lack) ? await correctOne(index, { one: told, having }, asking, parted.has(one.slot.word)) : told,
      ];
    }),
  );
  const known = new Map(become);
  return answered.map((one) => known.get(one) ?? one);
}

/**
 * What a word stands for that so few records have: where none has it, what it or its stem is the beginning of (German says `Schlüssel`
 * in `Schlüsselübergabe`), or what is written in two (apart.ts), or what one slip may have made it of; else what is written in two
 * and what is far more usual, beside it.
 */
async function correctOne(index: Index, lack: Lacking, asking: Asking, mayPart: boolean): Promise<Answered> {
  const { one, having } = lack;
  const { slot } = one;
  const { word } = slot;
  const { answer, countLive } = asking;
  const weight = having > 0 ? BESIDE_WEIGHT : SLIP_WEIGHT;
  const isLetters = isWord(lack);
  const isBegun = isLetters && having === 0 && word.length >= BEGINNING_MIN;
  const [apart, begun] = await Promise.all([
    mayPart ? (await parting()).standingApart(index, slot, weight, asking) : null,
    isBegun ? begunBy(word, index, asking) : null,
  ]);
  const beside = (near: Answered): Answered =>
    apart
      ? {
          slot: {
            ...near.slot,
            matchers: [...near.slot.matchers, ...apart.matchers],
            isApart: apart.isCut ? 'some' : 'all',
          },
          found: [...near.found, ...apart.found],
        }
      : near;
  const known = begun?.near ?? one;
  const maySlip = having === 0 || word.length >= WRITTEN_MIN;
  if (begun?.isSure || !isLetters || !maySlip || (apart && having === 0)) return beside(known);
  const matchers = await correctionsOf(slot, index.parts, index.tongues, having > 0);
  const [near = one] = await answer(index.parts, [{ ...slot, matchers }]);
  const least = Math.max(1, USUAL * having);
  const isUsual = near.found.map((met) => countLive([met], index.isGone, least) >= least);
  if (!isUsual.some(Boolean)) return beside(known);
  return beside({
    slot: { ...slot, matchers: [...known.slot.matchers, ...matchers.filter((_, i) => isUsual[i])] },
    found: [...known.found, ...near.found.filter((_, i) => isUsual[i])],
  });
}

/** What a word or its stem is the beginning of; null where that is nothing. Of a stem that is not sure: a slip may have made it (`postgers`, German *postg*). */
async function begunBy(
  word: string,
  index: Index,
  { answer, countLive }: Asking,
): Promise<{ near: Answered; isSure: boolean } | null> {
  const begun = wordSlots({ word, text: word, isOpen: true }, index.tongues)[0] as Slot;
  const all = await answer(index.parts, [begun, { ...begun, matchers: stemsBegun(word, index.tongues) }]);
  const near = all.find((some) => countLive(some.found, index.isGone, 1) > 0);
  return near ? { near, isSure: near === all[0] } : null;
}

/** What is left of a word where words are written together: German `kündigen` begins `Kündigungsfrist`. Elsewhere a longer word is another one. */
const stemsBegun = (word: string, tongues: Tongue[]): Matcher[] =>
  tongues.flatMap((tongue) => {
    const term = stem(word, tongue);
    const isStem = COMPOUNDING.has(tongue) && term.length >= BEGINNING_MIN && word.length - term.length <= ENDING_MAX;
    return isStem ? [{ term, isBeginning: true, weight: SLIP_WEIGHT, of: [tongue] }] : [];
  });

/**
 * The terms of the index that a word stands for which one slip made of another one. What is indexed are stems, so the word is mended in
 * every way there is and then stemmed: `deplyoment` is no slip of `deploy`, but of `deployment`.
 */
async function correctionsOf(
  { word, matchers }: Slot,
  parts: Part[],
  tongues: Tongue[],
  isWritten: boolean,
): Promise<Matcher[]> {
  const key = `${isWritten} ${tongues} ${word}`;
  const near = known.get(key) ?? stemsNear(word, tongues, isWritten);
  if (known.size === KNOWN_MAX && !known.has(key)) known.clear();
  known.set(key, near);
  const sorted = [...near.keys()].sort();
  const found = new Set((await Promise.all(parts.map((part) => termsAmong(part, word, sorted)))).flat());
  // What is met already in one tongue may be a slip in another: `haus` is what is left of `hauser` in French, and of `hause` in English.
  for (const { term, of } of matchers)
    if (near.get(term)?.every((tongue) => of?.includes(tongue) !== false)) found.delete(term);
  const weight = isWritten ? BESIDE_WEIGHT : SLIP_WEIGHT;
  return Array.from(found, (term) => ({ term, isBeginning: false, weight, of: near.get(term) }));
}

/** From letter to letter the words before the last stay the same, and to stem all that one could be mended to takes half a millisecond in one language, ten in seven. */
const known = new Map<string, Map<string, Tongue[]>>();
const KNOWN_MAX = 16;

/** Which of some terms a part has that begin as a word does. Leaves that can hold none are not read. */
export async function termsAmong(part: Part, word: string, sorted: string[]): Promise<string[]> {
  const from = (least: string) => sorted[placeIn(sorted, (one) => one < least)];
  const mayHold = (first: string, next: string) => (from(first) ?? next) < next;
  const terms = await part.terms(word.slice(0, SURE_LETTERS), mayHold);
  return terms.map(([term]) => term).filter((term) => from(term) === term);
}
