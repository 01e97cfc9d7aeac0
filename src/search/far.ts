import { createSieve, type Sifted, type Skimmed, sift } from './skim.ts';
import type { Slot } from './slot.ts';
import { hasRun } from './spaceless.ts';

/** So much of a text is read from where something may stand. */
const READ = 400;
/** So many places are looked at, then all of the text is read. */
const TRIES = 30;
const INSIDE = /[\p{L}\p{N}]/u;

/**
 * The first place beyond `from` where something stands in a long text, and what stands there behind it: the browser finds letters
 * in a megabyte in a millisecond, reading all its words takes fifteen. All of the text is read where the letters do not stand there as they are.
 */
export function siftFar(fields: Skimmed['fields'], slots: Slot[], from: number): Sifted {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const terms = matchers.map(({ term }) => term);
  const sieve = createSieve(terms, (term) =>
    matchers.some((one) => (one.isBeginning ? term.startsWith(one.term) : term === one.term)),
  );
  for (const [i, text] of fields.body.entries()) {
    for (const at of text.length > from ? placesOf(text, terms, from) : []) {
      const read = text.slice(at, at + READ);
      const { body, ...rest } = sift({ fields: { ...fields, title: '', body: [read] } }, sieve);
      // The last word may be cut.
      const whole = body.filter(({ end }) => end < READ);
      const seats = whole.map((seat) => ({ ...seat, field: i + 1, start: seat.start + at, end: seat.end + at }));
      if (seats.length > 0) return { ...rest, body: seats };
    }
  }
  return sift({ fields }, sieve);
}

/** Where a word may begin that has one of the terms: a stem has all letters of its word but the last, and what comes after. */
function placesOf(text: string, terms: string[], from: number): number[] {
  const found: number[] = [];
  for (const term of terms) {
    const letters = term.length > 3 ? term.slice(0, -1) : term;
    for (const key of new Set([letters, letters.charAt(0).toUpperCase() + letters.slice(1), letters.toUpperCase()])) {
      let at = text.indexOf(key, from);
      for (let tries = 0; at >= 0 && tries < TRIES; tries++) {
        if (hasRun(key) || !INSIDE.test(text[at - 1] ?? '')) found.push(at);
        at = text.indexOf(key, at + 1);
      }
    }
  }
  return found.sort((a, b) => a - b);
}
