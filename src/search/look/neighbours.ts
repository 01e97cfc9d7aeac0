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

/** Neighbours as they were typed; what is typed again and again, as letters without spaces are where somebody leans on a key, is one pair. */
export function pairsOf(answered: Answered[], records: number): Pair[] {
  const typed = answered.filter(({ slot }) => slot.role === 'needed' || slot.role === 'stop');
  const pairs = new Map<string, Pair>();
  for (const [i, second] of typed.slice(1).entries()) {
    const first = typed[i] as Answered;
    const share = first.slot.role === 'stop' || second.slot.role === 'stop' ? STOP_PAIR : 1;
    const worth = ADJACENCY * share * Math.max(rarityOf(first, records), rarityOf(second, records));
    // A choice is no word.
    const key = first.slot.word && second.slot.word ? `${first.slot.word} ${second.slot.word}` : `${i}`;
    const before = pairs.get(key);
    if (before) before.worth += worth;
    else pairs.set(key, { first: exactTerms(first.slot), second: exactTerms(second.slot), worth });
  }
  return [...pairs.values()];
}

const exactTerms = ({ matchers }: Slot) => new Set(matchers.filter((m) => !m.isBeginning).map((m) => m.term));

/** How telling what was found is. */
export const rarityOf = ({ found }: Answered, records: number): number =>
  Math.max(0, ...found.map(({ having }) => rarity(having, records)));

/** What pairs of neighbours add: as if each pair were a term. */
export function adjacency(sifted: Sifted, pairs: Pair[]): number {
  let added = 0;
  for (const pair of pairs) {
    const inTitle = countPair(sifted.title, pair);
    const inBody = countPair(sifted.body, pair);
    if (inTitle + inBody > 0) added += pair.worth * weigh(inTitle, inBody, sifted);
  }
  return added;
}

function countPair(terms: Term[], { first, second }: Pair): number {
  const behind = new Set(terms.map(({ term, at, places = 1 }) => first.has(term) && at + places));
  return terms.filter(({ term, at }) => second.has(term) && behind.has(at)).length;
}
