import type { Entry } from './entry.ts';
import type { Slot } from './slot.ts';

/** The words of a record that were met, folded, the longest last: what to mark where the record is shown. */
export function matchedWords({ title, body }: Entry, slots: Slot[]): string[] {
  const matchers = slots.filter(({ role }) => role === 'needed' || role === 'extra').flatMap((slot) => slot.matchers);
  const exact = new Set(matchers.filter((m) => !m.isBeginning).map(({ term }) => term));
  const beginnings = matchers.filter((m) => m.isBeginning).map(({ term }) => term);
  const met = new Set<string>();
  for (const { term, word } of [...title, ...body]) {
    if (exact.has(term) || beginnings.some((beginning) => term.startsWith(beginning))) met.add(word);
  }
  return [...met].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
