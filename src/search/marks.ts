import type { Pair } from './neighbours.ts';
import { createSieve, type Sifted, type Skimmed, sift } from './skim.ts';
import type { Slot } from './slot.ts';

/** Of a whole book that was kept, a row shows something of the beginning; see marked.ts. */
export const SHOWN = 20_000;
/** Three numbers for each place; more are not told of one field. */
const MOST = 3 * 3_000;

/**
 * Where what was asked for stands in a record, by field: the title, then those of the body in their order (entry.ts). Three numbers for
 * each place: where it starts and ends in the field as it is written, and which of the things that were asked for it is. They may overlap.
 */
export type Marks = number[][];

/** What one way through a record's words tells of a query. */
export interface Seen {
  /** What to mark where it is shown. */
  marks: Marks;
  /** What its neighbours add to its score. */
  added: number;
}

/** Gives what is seen of a record; each is looked through once. `adjacency` says what pairs add, where there are some (neighbours.ts). */
export function createLook(
  slots: Slot[],
  pairs: Pair[] = [],
  adjacency: (sifted: Sifted, pairs: Pair[]) => number = () => 0,
): (skimmed: Skimmed) => Seen {
  const paired = new Set(pairs.flatMap(({ first, second }) => [...first, ...second]));
  const terms = slots.filter(isShown).flatMap(({ matchers }) => matchers.map(({ term }) => term));
  const sieve = createSieve([...terms, ...paired], (term) => paired.has(term) || metBy(slots, term) >= 0);
  const known = new Map<Skimmed, Seen>();
  const look = ({ fields }: Skimmed): Seen => {
    const cut = pairs.length > 0 ? fields : { ...fields, body: fields.body.map((field) => field.slice(0, SHOWN)) };
    const sifted = sift({ fields: cut }, sieve);
    return { marks: marksOf(slots, sifted, fields.body.length), added: adjacency(sifted, pairs) };
  };
  return (skimmed) => {
    const seen = known.get(skimmed) ?? look(skimmed);
    known.set(skimmed, seen);
    return seen;
  };
}

export const isShown = ({ role }: Slot): boolean => role === 'needed' || role === 'extra';

/** Which of the things that were asked for a term is; -1 for none. */
const metBy = (slots: Slot[], term: string): number =>
  slots.findIndex(
    (slot) => isShown(slot) && slot.matchers.some((m) => (m.isBeginning ? term.startsWith(m.term) : m.term === term)),
  );

export function marksOf(slots: Slot[], { title, body }: Sifted, fields: number): Marks {
  const marks = Array.from({ length: fields + 1 }, (): number[] => []);
  for (const { field, start, end, term } of [...title, ...body]) {
    const [by, those] = [metBy(slots, term), marks[field]];
    if (by >= 0 && those && those.length < MOST) those.push(start, end, by);
  }
  return marks;
}
