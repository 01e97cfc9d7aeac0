import { inGerman, stem, type Tongue } from '../text/language.ts';
import { hasRun, pairs, stretches } from '../text/spaceless.ts';
import { articled, stemsAhead } from '../text/stems-ahead.ts';
import { parts } from '../text/words.ts';
import { isFirstLetter, type TypedWord } from './query-parts.ts';
import type { Matcher, Slot } from './slot.ts';

/** What was typed is the beginning of a word rather than the word. */
const BEGINNING_WEIGHT = 0.7;
/** So is what it may become that does not begin so, of which many things are. */
const AHEAD_WEIGHT = 0.5;
/**
 * Where somebody's name was typed, what shares a stem with it may say that name or another word (*löwe*, low): as much as whoever is called so
 * (store/query-authors.ts), so that the rarer comes first.
 */
const BESIDE_NAME = 0.2;
/** A version is written with its letter or without (v2.4.1), as is a code of eight digits (0x80070005). */
const SIGN = /^(?:v(?=\d+$)|0x(?=[\da-f]{8}$)|(?=\d+$|[\da-f]{8}$))/;
const SIGNED_WEIGHT = 0.7;
/** What is shorter is not held to be half of a longer word. */
const HALF_MIN = 3;

/**
 * What a word asks of the index, in the tongues that records are written in; of several, slot-roles.ts says what they ask together,
 * of all that is more than words query-slots.ts. What filters ask, facets.ts says.
 */
export function wordSlots(typed: TypedWord, tongues: Tongue[]): Slot[] {
  const inside = hasRun(typed.word) ? [] : parts(typed.text);
  const pieces = stretches(typed.word).flatMap(({ text, isSpaceless }) =>
    isSpaceless ? runSlots(text, typed) : toSlot({ ...typed, word: text }, tongues, 'needed'),
  );
  return [...pieces, ...inside.map((word) => toSlot({ word, isOpen: false }, tongues, 'extra'))];
}

/** A run without spaces is met by all its pairs; a single character by any pair that begins with it. Whoever is called so meets each. */
function runSlots(run: string, { authors = [] }: TypedWord): Slot[] {
  const all = pairs(run);
  const isBeginning = all.length === 1;
  return (isBeginning ? all : all.slice(0, -1)).map((word) => ({
    role: 'needed',
    matchers: [{ term: word, isBeginning, weight: 1 }, ...authors],
    word,
    run,
  }));
}

function toSlot(typed: Omit<TypedWord, 'text'> & Pick<Slot, 'text'>, tongues: Tongue[], role: Slot['role']): Slot {
  const { word, isOpen, authors = [], isName } = typed;
  const isBegun = isFirstLetter(typed);
  const matchers = new Map<string, Matcher>();
  const add = (term: string, isBeginning: boolean, weight: number, tongue: Tongue = 'und') => {
    const key = `${isBeginning}${term}`;
    const known = matchers.get(key);
    const of = isBeginning || term !== word ? [tongue] : undefined;
    if (known) known.of?.push(tongue);
    else matchers.set(key, { term, isBeginning, weight: of && isName ? BESIDE_NAME : weight, of });
  };
  for (const tongue of tongues) add(stem(word, tongue), false, 1, tongue);
  const other = word.replace(SIGN, (sign) => (sign ? '' : word.length === 8 ? '0x' : 'v'));
  if (other !== word) for (const tongue of tongues) add(stem(other, tongue), false, SIGNED_WEIGHT);
  for (const one of articled(word)) add(one, isOpen, SIGNED_WEIGHT);
  if (isOpen && !isBegun) {
    add(word, true, BEGINNING_WEIGHT);
    if (word.length >= HALF_MIN) {
      if (tongues.includes('de')) add(inGerman(word), true, BEGINNING_WEIGHT, 'de');
      for (const tongue of tongues) for (const term of stemsAhead(word, tongue)) add(term, false, AHEAD_WEIGHT, tongue);
    }
  }
  return { ...typed, role, matchers: [...matchers.values(), ...authors], isBegun };
}
