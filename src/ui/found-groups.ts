import type { FinderGroup } from './finder.tsx';
import { count, text } from './text.ts';

/** What a search gives, as far as its groups care. */
interface Counted {
  total: number;
  whole: number;
  isCut?: true;
  isAbout?: true;
}

/** What has everything that was asked for, then what has some of it, each with how many there are in all. */
export function foundGroups<Hit extends { isWhole: boolean }>(found: Counted & { hits: Hit[] }): FinderGroup<Hit>[] {
  const [whole, part] = labels(found);
  return [
    { label: whole, items: found.hits.filter((hit) => hit.isWhole) },
    { label: part, items: found.hits.filter((hit) => !hit.isWhole) },
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
  if (found.isCut && found.total === 0) return text('searchNotAll');
  const [whole, part] = labels(found);
  const { length } = [found.whole, found.total - found.whole].filter((many) => many > 0);
  if (length > 1) return `${whole}. ${part}`;
  return found.total > found.whole ? part : whole;
}
