import { COUNTS, type Slot } from '../asked/slot.ts';
import { createSieve, type Sifted, type Skimmed } from './skim.ts';

/** Of a whole book that was kept, a row shows something of the beginning, and that says enough of it; see marked.ts. */
export const SHOWN = 20_000;

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

/** Gives what is seen of a record; each is looked through once. `adjacency` says what neighbours add, where there are some (neighbours.ts). */
export function createLook(slots: Slot[], adjacency: (sifted: Sifted) => number = () => 0): (skimmed: Skimmed) => Seen {
  // A pasted text has a hundred words, and no word of a record is compared with all of them. What was typed first counts; of small words only their neighbours tell.
  const wanted = slots
    .flatMap(({ role, matchers }, i) =>
      COUNTS[role] ? matchers.map((one) => ({ ...one, by: COUNTS[role] < 1 ? slots.length : i })) : [],
    )
    .sort((a, b) => b.by - a.by);
  const begun = wanted.filter((one) => one.isBeginning);
  const whole = new Map(wanted.map((one) => [one.term, one]));
  const metBy = (term: string) => {
    const exact = whole.get(term);
    return exact && exact.by < slots.length ? exact : (begun.find((one) => term.startsWith(one.term)) ?? exact);
  };
  const sift = createSieve(whole.keys(), (term) => metBy(term) !== undefined);
  const known = new Map<Skimmed, Seen>();
  const look = ({ fields: { texts, tongue } }: Skimmed): Seen => {
    const sifted = sift({ texts: texts.map((text) => text.slice(0, SHOWN)), tongue });
    const marks: Marks = texts.map(() => []);
    for (const { field, start, end, term } of sifted.seats) {
      const { by = slots.length, of } = metBy(term) ?? {};
      // A stem of one tongue may be another word in others (by-tongue.ts).
      if (by < slots.length && (!of || (['en', 'und', tongue] as const).some((one) => of.includes(one))))
        marks[field]?.push(start, end, by);
    }
    return { marks, added: adjacency(sifted) };
  };
  return (skimmed) => {
    const seen = known.get(skimmed) ?? look(skimmed);
    known.set(skimmed, seen);
    return seen;
  };
}
