import { once } from '../../kit/once.ts';
import type { Slot } from '../asked/slot.ts';
import { hasRun } from '../text/spaceless.ts';
import { type Marks, type Seen, SHOWN } from './marks.ts';
import type { Loaded, Skimmed } from './skim.ts';

const closely = once(() => import('./closer-marks.ts'));

/** Records with where what was asked for stands in them, as `see` has seen it. */
export async function markAll<T, One extends { loaded: Loaded<T>; isWhole: boolean }>(
  some: One[],
  slots: Slot[],
  see: (skimmed: Skimmed) => Seen,
): Promise<(One & { marks: Marks })[]> {
  const marked = some.map((one) => ({ ...one, marks: see(one.loaded.skimmed).marks }));
  const isApart = slots.some((slot) => slot.isApart);
  return isApart || marked.some(isRough) ? (await closely()).markCloser(marked, slots) : marked;
}

/** Whether more can be told: far inside a long text, or among letters that no space parts. */
const isRough = ({ loaded }: { loaded: Loaded<unknown> }): boolean =>
  loaded.skimmed.fields.texts.some((text) => text.length > SHOWN || hasRun(text));
