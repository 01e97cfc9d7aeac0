import type { Asked, Query, TypedWord } from './asked.ts';
import { stem, type Tongue } from './language.ts';
import type { Matcher, Slot } from './slot.ts';
import { pairs, stretches } from './spaceless.ts';
import { parts } from './words.ts';

/** What was typed is the beginning of a word rather than the word. */
const BEGINNING_WEIGHT = 0.7;
/** From so many letters on, what is typed last may be the beginning of a word. */
const BEGINNING_MIN = 2;
/** Ends with which a word that is being typed may go on; a stem can be shorter than what stands there already. */
const ENDINGS = 'e g n y s ng on ed es ly ing ion ity tion ment ness'.split(' ');

/**
 * What the words of a query ask of the index, in the tongues that records are written in; of several, joined-slots.ts says what they ask
 * together. What its filters ask, facets.ts says.
 */
export const slotsOf = (query: Query, tongues: Tongue[]): Slot[] => [
  ...query.asked.flatMap((asked) => askedSlots(asked, tongues, 'needed')),
  ...query.barred.flatMap((asked) => (asked.kind === 'word' ? askedSlots(asked, tongues, 'barred') : [])),
];

function askedSlots(asked: Asked, tongues: Tongue[], role: 'needed' | 'barred'): Slot[] {
  if (asked.kind === 'phrase') return asked.words.flatMap((word) => wordSlots([word], tongues, role));
  return wordSlots(asked.oneOf, tongues, role);
}

function wordSlots(oneOf: TypedWord[], tongues: Tongue[], role: 'needed' | 'barred'): Slot[] {
  const [only] = oneOf;
  if (oneOf.length !== 1 || !only) return [toSlot(oneOf, tongues, role)];
  const pieces = stretches(only.word);
  if (pieces.some((piece) => piece.isSpaceless)) return pieces.flatMap((piece) => runSlot(piece, only, tongues, role));
  const whole = toSlot(oneOf, tongues, role);
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
