import type { FinderGroup } from './finder.tsx';
import { count, text } from './text.ts';

/** What a search gives, as far as its groups care. */
interface Counted {
  total: number;
  whole: number;
  isCut?: true;
  isAbout?: true;
}

interface FoundHit {
  record: object;
  marks: readonly (readonly number[])[];
  isWhole: boolean;
}

/** How a record was found last. */
const lastOf = new WeakMap<object, FoundHit>();

/** What shows the same as with the last letter is the same, so that its row is not drawn again. */
function asBefore<Hit extends FoundHit>(hit: Hit): Hit {
  const last = lastOf.get(hit.record);
  if (last && last.isWhole === hit.isWhole && JSON.stringify(last.marks) === JSON.stringify(hit.marks))
    return last as Hit;
  lastOf.set(hit.record, hit);
  return hit;
}

/** What has everything that was asked for, then what has some of it, each with how many there are in all. */
export function foundGroups<Hit extends FoundHit>(found: Counted & { hits: Hit[] }): FinderGroup<Hit>[] {
  const [whole, part] = labels(found);
  const hits = found.hits.map(asBefore);
  return [
    { label: whole, items: hits.filter((hit) => hit.isWhole) },
    { label: part, items: hits.filter((hit) => !hit.isWhole) },
  ].filter((group) => group.items.length > 0);
}

/** Where the total is about so, what has everything is counted beside what has some of it, and not where it is alone. */
function labels({ total, whole, isCut, isAbout }: Counted): [whole: string, part: string] {
  const part = total - whole;
  return [
    isCut && whole > 0
      ? text('foundAtLeast', whole)
      : isAbout && part === 0
        ? text('foundAbout', whole)
        : count(whole, 'foundOne', 'foundMany'),
    isAbout ? text('foundPartAbout', part) : count(part, 'foundPartOne', 'foundPartMany'),
  ];
}

/** The same in words. What only fits in part is not called found. */
export function foundInWords(found: Counted): string {
  const [whole, part] = labels(found);
  const { length } = [found.whole, found.total - found.whole].filter((many) => many > 0);
  if (length > 1) return `${whole}. ${part}`;
  return found.total > found.whole ? part : whole;
}
