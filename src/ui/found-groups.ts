import type { FinderGroup } from './finder.tsx';
import { count, text } from './text.ts';

/** What a search gives, as far as its groups care. */
interface Found<Hit> {
  hits: Hit[];
  total: number;
}

/** What has everything that was asked for, with how many there are in all; then what has some of it. */
export function foundGroups<Hit extends { isWhole: boolean }>({ hits, total }: Found<Hit>): FinderGroup<Hit>[] {
  return [
    { label: count(total, 'foundOne', 'foundMany'), items: hits.filter((hit) => hit.isWhole) },
    { label: text('foundPart'), items: hits.filter((hit) => !hit.isWhole) },
  ].filter((group) => group.items.length > 0);
}
