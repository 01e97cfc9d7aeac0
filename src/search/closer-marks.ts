import { siftFar } from './far.ts';
import { isShown, type Marks, marksOf, SHOWN } from './marks.ts';
import type { Skimmed } from './skim.ts';
import type { Slot } from './slot.ts';
import { hasRun } from './spaceless.ts';
import { placesWithin } from './within.ts';

/** A word that is cut where looking ends is looked for, too. */
const AT_EDGE = 64;

/** Marks of a record more closely: what stands far inside is found, and of letters without spaces those are marked that were asked for. */
export function markCloser(slots: Slot[], { fields }: Skimmed, marks: Marks): Marks {
  const isMarked = marks.some((field) => field.length > 0);
  const all = isMarked
    ? marks
    : marksOf(slots, siftFar(fields, slots.filter(isShown), SHOWN - AT_EDGE), marks.length - 1);
  const texts = [fields.title, ...fields.body];
  return all.map((field, i) => closer(slots, texts[i] ?? '', field));
}

function closer(slots: Slot[], text: string, marks: number[]): number[] {
  const places = new Map<string, [start: number, end: number, by: number]>();
  for (let i = 0; i < marks.length; i += 3) {
    const [start = 0, end = 0, by = 0] = marks.slice(i, i + 3);
    // The same word may be met by several terms of one thing.
    for (const [from, to] of placesIn(slots[by], text.slice(start, end)))
      places.set(`${start + from} ${by}`, [start + from, start + to, by]);
  }
  return [...places.values()].sort(([a], [b]) => a - b).flat();
}

/** Where a word has it: all of the word, but where it is written without spaces. Of another script beside such letters all that stands together. */
function placesIn(slot: Slot | undefined, verbatim: string): [start: number, end: number][] {
  if (!slot || !hasRun(verbatim)) return [[0, verbatim.length]];
  return slot.matchers.flatMap(({ term }) =>
    placesWithin(verbatim, term).map(([from, to]): [number, number] => {
      let until = to;
      while (!hasRun(term) && until < verbatim.length && !hasRun(verbatim[until] ?? '')) until++;
      return [from, until];
    }),
  );
}
