import type { Pair } from './neighbours.ts';
import { createSieve, type Sifted, type Skimmed, sift } from './skim.ts';
import type { Slot } from './slot.ts';

/** Of a whole book that was kept, a row shows something of the beginning. */
const SHOWN = 20_000;

/** What one way through a record's words tells of a query. */
export interface Seen {
  /** Its words that met some slots, folded, the longest last: what to mark where it is shown. */
  words: string[];
  /** What its neighbours add to its score. */
  added: number;
}

/** Gives what is seen of a record; each is looked through once. `adjacency` says what pairs add, where there are some (neighbours.ts). */
export function createLook(
  slots: Slot[],
  pairs: Pair[] = [],
  adjacency: (sifted: Sifted, pairs: Pair[]) => number = () => 0,
): (skimmed: Skimmed) => Seen {
  const matchers = slots.filter(({ role }) => role === 'needed' || role === 'extra').flatMap((slot) => slot.matchers);
  const exact = new Set(matchers.filter((m) => !m.isBeginning).map(({ term }) => term));
  const begun = matchers.filter((m) => m.isBeginning).map(({ term }) => term);
  const isMarked = (term: string) => exact.has(term) || begun.some((one) => term.startsWith(one));
  const paired = new Set(pairs.flatMap(({ first, second }) => [...first, ...second]));
  const sieve = createSieve([...exact, ...begun, ...paired], (term) => paired.has(term) || isMarked(term));
  const known = new Map<Skimmed, Seen>();
  const look = ({ fields }: Skimmed): Seen => {
    const cut = pairs.length > 0 ? fields : { ...fields, body: fields.body.map((field) => field.slice(0, SHOWN)) };
    const sifted = sift({ fields: cut }, sieve);
    const marked = [...sifted.title, ...sifted.body].filter(({ term }) => isMarked(term));
    const words = [...new Set(marked.map(({ word }) => word))];
    return { words: words.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)), added: adjacency(sifted, pairs) };
  };
  return (skimmed) => {
    const seen = known.get(skimmed) ?? look(skimmed);
    known.set(skimmed, seen);
    return seen;
  };
}
