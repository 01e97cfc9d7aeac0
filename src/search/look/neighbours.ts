import type { Slot } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import type { Term } from '../text/terms.ts';
import { rarity, weigh } from '../text/weight.ts';
import type { Sifted } from './skim.ts';

/** Two terms that were typed side by side, and what it is worth to stand so. */
export interface Pair {
  first: Set<string>;
  second: Set<string>;
  worth: number;
}

const ADJACENCY = 0.3;
/** What a pair counts where one of the two is a small word. */
const STOP_PAIR = 0.3;
/** And where they were typed as one, with a sign between: a version (`2.14.2`) is its numbers in that order, and so is `:ship_it:`. */
const TIED_PAIR = 3;

/** Neighbours as they were typed; what is typed again and again, as letters without spaces are where somebody leans on a key, is one pair. */
export function pairsOf(answered: Answered[], records: number): Pair[] {
  const typed = answered.filter(({ slot }) => slot.role === 'needed' || slot.role === 'stop');
  const pairs = new Map<string, Pair>();
  for (const [i, second] of typed.slice(1).entries()) {
    const first = typed[i] as Answered;
    const isSmall = first.slot.role === 'stop' || second.slot.role === 'stop';
    const share = isTied(second.slot, isSmall) ? TIED_PAIR : isSmall ? STOP_PAIR : 1;
    const worth = ADJACENCY * share * Math.max(rarityOf(first, records), rarityOf(second, records));
    // A choice is no word.
    const key = first.slot.word && second.slot.word ? `${first.slot.word} ${second.slot.word}` : `${i}`;
    const before = pairs.get(key);
    if (before) before.worth += worth;
    else pairs.set(key, { first: exactTerms(first.slot), second: exactTerms(second.slot), worth });
  }
  return [...pairs.values()];
}

/**
 * A sign stands before the second; where that is a number, or one of the two a small word, with no space on its other side either: `(2.14.2)`
 * and `$HOME` begin with one. A hyphen holds together what begins with a digit alone: elsewhere it stands between words of their own.
 */
function isTied({ before = '', word }: Slot, isSmall: boolean): boolean {
  const sign = /^\d/.test(word) ? /\S\S$/ : isSmall ? /\S[^\s-]$/ : /[^\s-]$/;
  return sign.test(before);
}

const exactTerms = ({ matchers }: Slot) => new Set(matchers.filter((m) => !m.isBeginning).map((m) => m.term));

/** How telling what was found is. */
export const rarityOf = ({ found }: Answered, records: number): number =>
  Math.max(0, ...found.map(({ having }) => rarity(having, records)));

/**
 * What pairs of neighbours add: as if each pair were a term. A text is gone through once for all of them: what was pasted has a hundred,
 * and a log that was kept thousands of places for them.
 */
export function adjacency(pairs: Pair[]): (sifted: Sifted) => number {
  const bySecond = new Map<string, Pair[]>();
  for (const pair of pairs) for (const term of pair.second) addTo(bySecond, term, pair);
  const countIn = (terms: Term[]): Map<Pair, number> => {
    const counts = new Map<Pair, number>();
    const ending = new Map<number, string[]>();
    for (const { term, at, places = 1 } of terms) addTo(ending, at + places, term);
    for (const { term, at } of terms) {
      const before = ending.get(at);
      for (const pair of (before && bySecond.get(term)) ?? [])
        if (before?.some((one) => pair.first.has(one))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return counts;
  };
  return (sifted) => {
    const inTitle = countIn(sifted.seats.filter(({ field }) => field === 0));
    const inBody = countIn(sifted.seats.filter(({ field }) => field > 0));
    return pairs.reduce(
      (sum, pair) => sum + pair.worth * weigh(inTitle.get(pair) ?? 0, inBody.get(pair) ?? 0, sifted),
      0,
    );
  };
}

function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
