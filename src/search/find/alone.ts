import { numberAt } from '../stored/postings.ts';
import { type Gathering, take } from './gathered.ts';
import { entries, type Walk } from './steps.ts';

const hasFrom = ({ first, next }: Walk, from: number): boolean => next > first && numberAt(entries, next - 1) >= from;

/**
 * Takes all that comes from this number on, the newest first, where one list alone says anything of it: then nothing has to be added up, which
 * took two thirds of the time for a word that 200,000 records have. Gives whether it did. `isPassed`: nothing is read of a list in blocks.
 */
export function takeAlone(found: Gathering, walks: Walk[], from: number, isPassed: (walk: Walk) => boolean): boolean {
  const [one, another] = walks.filter((walk) => (walk.blocks ? !isPassed(walk) : hasFrom(walk, from)));
  if (!one || one.blocks || another) return false;
  for (; hasFrom(one, from); one.next--) {
    const entry = entries[one.next - 1] as number;
    take(found, entry >>> 4, one.unit * (entry & 15), true);
  }
  return true;
}
