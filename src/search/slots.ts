import type { Asked, Query, TypedWord } from './asked.ts';
import { stem, type Tongue } from './language.ts';
import type { Matcher, Slot } from './slot.ts';
import { pairs, stretches } from './spaceless.ts';
import { stopWordsOf } from './stop-words.ts';
import { parts } from './words.ts';

/** What was typed is the beginning of a word rather than the word. */
const BEGINNING_WEIGHT = 0.7;
/** From so many letters on, what is typed last may be the beginning of a word. */
const BEGINNING_MIN = 2;
/** How slowly a word typed again counts again. */
const REPEAT = 8;
/** Ends with which a word that is being typed may go on; a stem can be shorter than what stands there already. */
const ENDINGS = ['e', 'g', 'n', 'y', 's', 'ng', 'on', 'ed', 'es', 'ly', 'ing', 'ion', 'ity', 'tion', 'ment', 'ness'];

/** What the words of a query ask of the index, in the tongues that records are written in. What its filters ask, facets.ts says. */
export function slotsOf(query: Query, tongues: Tongue[]): Slot[] {
  const slots = [
    ...query.asked.flatMap((asked) => askedSlots(asked, tongues, 'needed')),
    ...query.barred.flatMap((asked) => (asked.kind === 'word' ? askedSlots(asked, tongues, 'barred') : [])),
  ];
  const isAllSmall = !slots.some(({ role }) => role === 'needed');
  return bounded(
    joinRepeated(slots.map((slot) => (isAllSmall && slot.role === 'stop' ? { ...slot, role: 'needed' } : slot))),
  );
}

/** More of a sort are not asked: what is met is counted in eight bits (tally.ts). Only pasted text has so many. */
export const SLOTS_MAX = 120;

function bounded(slots: Slot[]): Slot[] {
  const counted = new Map<Slot['role'], number>();
  return slots.filter(({ role }) => {
    const count = (counted.get(role) ?? 0) + 1;
    counted.set(role, count);
    return count <= SLOTS_MAX;
  });
}

function askedSlots(asked: Asked, tongues: Tongue[], role: 'needed' | 'barred'): Slot[] {
  if (asked.kind === 'phrase') return asked.words.flatMap((word) => wordSlots([word], tongues, role, false));
  return wordSlots(asked.oneOf, tongues, role, true);
}

function wordSlots(oneOf: TypedWord[], tongues: Tongue[], role: 'needed' | 'barred', mayBeSmall: boolean): Slot[] {
  const [only] = oneOf;
  if (oneOf.length !== 1 || !only) return [toSlot(oneOf, tongues, role)];
  const isSmall =
    mayBeSmall && role === 'needed' && !only.isOpen && tongues.some((tongue) => isStop(only.word, tongue));
  const pieces = stretches(only.word);
  if (pieces.some((piece) => piece.isSpaceless)) return pieces.flatMap((piece) => runSlot(piece, only, tongues, role));
  const whole = toSlot(oneOf, tongues, isSmall ? 'stop' : role);
  if (role === 'barred') return [whole];
  const inside = parts(only.text).map((word) => toSlot([{ word, text: word, isOpen: false }], tongues, 'extra'));
  return [whole, ...inside];
}

/** A stretch without spaces is met by all its pairs; a single character by any pair that begins with it. */
function runSlot(
  piece: { text: string; isSpaceless: boolean },
  typed: TypedWord,
  tongues: Tongue[],
  role: Slot['role'],
) {
  if (!piece.isSpaceless) return [toSlot([{ ...typed, word: piece.text, text: piece.text }], tongues, role)];
  const all = pairs(piece.text);
  const whole = all.length > 1 ? all.slice(0, -1) : all;
  return whole.map((term) => ({
    role,
    matchers: [{ term, isBeginning: all.length === 1, weight: 1 }],
    counts: 1,
    word: term,
  }));
}

function toSlot(oneOf: TypedWord[], tongues: Tongue[], role: Slot['role']): Slot {
  const matchers = new Map<string, Matcher>();
  const add = (term: string, isBeginning: boolean, weight: number) => {
    const key = `${isBeginning}${term}`;
    if ((matchers.get(key)?.weight ?? 0) < weight) matchers.set(key, { term, isBeginning, weight });
  };
  for (const { word, isOpen } of oneOf) {
    for (const tongue of tongues) add(stem(word, tongue), false, 1);
    if (!isOpen || word.length < BEGINNING_MIN) continue;
    add(word, true, BEGINNING_WEIGHT);
    if (word.length === BEGINNING_MIN) continue;
    for (const tongue of tongues) for (const term of shorterStems(word, tongue)) add(term, false, BEGINNING_WEIGHT);
  }
  return { role, matchers: [...matchers.values()], counts: 1, word: oneOf.length === 1 ? (oneOf[0]?.word ?? '') : '' };
}

/** Stems that a word begun may end up with although they are shorter: `runni` is on its way to `running`, stem `run`. */
function shorterStems(word: string, tongue: Tongue): string[] {
  const found = ENDINGS.map((ending) => stem(word + ending, tongue));
  return found.filter((term) => term.length < word.length && term !== stem(word, tongue));
}

const isStop = (word: string, tongue: Tongue): boolean => tongue !== 'und' && stopWordsOf(tongue).has(word);

/** A word typed twice is asked once, and counts more. */
function joinRepeated(slots: Slot[]): Slot[] {
  const byKey = new Map<string, { slot: Slot; times: number }>();
  for (const slot of slots) {
    const key = `${slot.role} ${slot.matchers.map((m) => `${m.isBeginning}${m.term}`).join(' ')}`;
    const times = (byKey.get(key)?.times ?? 0) + 1;
    byKey.set(key, { slot, times });
  }
  return [...byKey.values()].map(({ slot, times }) => ({ ...slot, counts: repeated(times, REPEAT) }));
}

/** How much `times` times count: ever less each time, the more so the smaller `slowness` is (BM25's k3). */
export const repeated = (times: number, slowness: number): number => (times * (slowness + 1)) / (times + slowness);
