import type { Slot } from '../asked/slot.ts';
import { hasRun } from '../text/spaceless.ts';
import { findFar, type Place } from './far.ts';
import { createLook, type Marks, SHOWN } from './marks.ts';
import type { Loaded } from './skim.ts';
import { placesWithin } from './within.ts';

/** Records with their marks, more closely. */
export const markCloser = <One extends Marked>(some: One[], slots: Slot[]): One[] =>
  some.map((one) => ({ ...one, marks: closer(one, slots) }));

interface Marked {
  loaded: Loaded<unknown>;
  isWhole: boolean;
  marks: Marks;
}

/**
 * What is not among the marks is looked for far inside (of what `isWhole` it is known to be somewhere), and of letters without spaces those
 * are marked that were asked for.
 */
function closer({ loaded, isWhole, marks }: Marked, slots: Slot[]): Marks {
  const { title, body, tongue } = loaded.skimmed.fields;
  const places = marks.map(placesOf);
  const met = new Set(places.flat().map(([, , by]) => by));
  const missed = slots.map((slot, by) => (slot.role === 'needed' && !met.has(by) ? slot : { ...slot, matchers: [] }));
  const terms = isWhole || met.size === 0 ? missed.flatMap(({ matchers }) => matchers.map(({ term }) => term)) : [];
  const look = createLook(missed);
  const placesIn = (read: string) => placesOf(look({ fields: { title: read, body: [], tongue } }).marks[0] ?? []);
  return [title, ...body].map((text, i) => {
    const far = terms.length > 0 && text.length > SHOWN ? findFar(text, terms, placesIn) : [];
    return exact(slots, text, [...(places[i] ?? []), ...far]);
  });
}

const placesOf = (marks: number[]): Place[] =>
  marks.flatMap((by, i): Place[] => (i % 3 === 2 ? [[marks[i - 2] ?? 0, marks[i - 1] ?? 0, by]] : []));

/** Each place once, and of letters without spaces those that were asked for. */
function exact(slots: Slot[], text: string, places: Place[]): number[] {
  // The same word may be met by several terms of one thing.
  const once = new Map(places.map((place) => [`${place[0]} ${place[2]}`, place]));
  const all = [...once.values()].flatMap(([start, end, by]) =>
    within(slots[by], text.slice(start, end)).map(([from, to]): Place => [start + from, start + to, by]),
  );
  return all.sort(([a], [b]) => a - b).flat();
}

/** Where a word has it: all of the word, but where it is written without spaces. Of another script beside such letters all that stands together. */
function within(slot: Slot | undefined, verbatim: string): [start: number, end: number][] {
  if (!slot || !hasRun(verbatim)) return [[0, verbatim.length]];
  return slot.matchers.flatMap(({ term }) =>
    placesWithin(verbatim, term).map(([from, to]): [number, number] => {
      let until = to;
      while (!hasRun(term) && until < verbatim.length && !hasRun(verbatim[until] ?? '')) until++;
      return [from, until];
    }),
  );
}
