import { createSieve, type Skimmed, sift } from './skim.ts';
import type { Slot } from './slot.ts';

/** Of a whole book that was kept, a row shows something of the beginning. */
const SHOWN = 20_000;

/** Gives the words of a record that met some slots, folded, the longest last: what to mark where the record is shown. */
export function markerOf(slots: Slot[]): (skimmed: Skimmed) => string[] {
  const matchers = slots.filter(({ role }) => role === 'needed' || role === 'extra').flatMap((slot) => slot.matchers);
  const exact = new Set(matchers.filter((m) => !m.isBeginning).map(({ term }) => term));
  const begun = matchers.filter((m) => m.isBeginning).map(({ term }) => term);
  const sieve = createSieve(
    [...exact, ...begun],
    (term) => exact.has(term) || begun.some((one) => term.startsWith(one)),
  );
  return ({ fields }) => {
    const shown = { ...fields, body: fields.body.map((field) => field.slice(0, SHOWN)) };
    const { title, body } = sift({ fields: shown }, sieve);
    const met = new Set([...title, ...body].map(({ word }) => word));
    return [...met].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  };
}
