import type { Pair } from './look.ts';
import type { Slot } from './slot.ts';
import { type Answered, slotWeight } from './steps.ts';
import { rarity } from './weight.ts';

const ADJACENCY = 0.3;
/** What a pair counts where one of the two is a small word. */
const STOP_PAIR = 0.3;

/** Neighbours as they were typed. */
export function pairsOf(answered: Answered[], records: number): Pair[] {
  const typed = answered.filter(({ slot }) => slot.role === 'needed' || slot.role === 'stop');
  return typed.slice(1).flatMap((second, i): Pair[] => {
    const first = typed[i];
    if (!first) return [];
    const share = first.slot.role === 'stop' || second.slot.role === 'stop' ? STOP_PAIR : 1;
    const worth = ADJACENCY * share * Math.max(rarityOf(first, records), rarityOf(second, records));
    return [{ first: exactTerms(first.slot), second: exactTerms(second.slot), worth }];
  });
}

const exactTerms = ({ matchers }: Slot) => new Set(matchers.filter((m) => !m.isBeginning).map((m) => m.term));

const rarityOf = ({ found }: Answered, records: number): number =>
  Math.max(0, ...found.filter(({ having }) => having > 0).map(({ having }) => rarity(having, records)));

/** The score of a record that says all there is to say. */
export const possible = (answered: Answered[], pairs: Pair[], records: number): number =>
  answered.reduce((sum, one) => sum + slotWeight(one.slot) * rarityOf(one, records), 0) +
  pairs.reduce((sum, { worth }) => sum + worth, 0);
