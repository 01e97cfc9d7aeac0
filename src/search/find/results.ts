import type { Slot } from '../asked/slot.ts';
import { markAll } from '../look/marked.ts';
import type { Marks, Seen } from '../look/marks.ts';
import type { Loaded, Skimmed } from '../look/skim.ts';
import type { SearchOptions } from './search-options.ts';
import { favourHelpful, favourNew, type LookedAt } from './second-look.ts';

export interface Results<T> {
  /** `marks`: where what was asked for stands in the record. */
  hits: { loaded: Loaded<T>; isWhole: boolean; marks: Marks }[];
  /** How many have everything that was asked for; there may be more where not all candidates were looked at. */
  whole: number;
  isCut?: true;
  /** How many there are in all; about as many where not all were counted. */
  total: number;
  isAbout?: true;
  /** The words, folded, that nothing has: what one slip may have made them of was searched for instead. */
  unwritten?: string[];
}

/** What is shown of what was found for some slots, best first, and what is told of it. */
export async function resultsOf<T>(
  { looked, all, ...told }: LookedAt<T>,
  slots: Slot[],
  see: (skimmed: Skimmed) => Seen,
  { limit, madeAt, helped }: SearchOptions<T>,
): Promise<Results<T>> {
  const isFilled = told.whole >= limit;
  const unwritten = new Set(slots.flatMap(({ isUnwritten, word, unwritten = isUnwritten ? [word] : [] }) => unwritten));
  const favoured = favourNew(looked, ({ loaded }) => madeAt?.(loaded.item) ?? 0);
  const shown = favoured.filter((one) => one.isWhole || !isFilled).slice(0, limit);
  const counts = (await helped?.(shown.map((one) => one.loaded.item))) ?? [];
  return {
    hits: favourHelpful(await markAll(shown, slots, see), counts),
    ...told,
    ...(slots.some(({ isApart }) => isApart === 'some') && { isCut: true }),
    ...(unwritten.size > 0 && { unwritten: [...unwritten] }),
    total: isFilled ? told.whole : all,
  };
}
