import { fold } from '../../kit/fold.ts';
import { createPacer } from '../../kit/pause.ts';
import type { Slot } from '../asked/slot.ts';
import { hasRun } from '../text/spaceless.ts';
import { findFar, type Place } from './far.ts';
import { createLook, type Marks, SHOWN } from './marks.ts';
import type { Loaded } from './skim.ts';
import { forgetStretches, placesWithin } from './within.ts';

/** Records with their marks, more closely; with pauses, for there may be two hundred long ones. */
export async function markCloser<One extends Marked>(some: One[], slots: Slot[]): Promise<One[]> {
  const [pace, marked]: [() => unknown, One[]] = [createPacer(), []];
  for (const one of some) {
    await pace();
    marked.push({ ...one, marks: closer(one, slots) });
    forgetStretches();
  }
  return marked;
}

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
  const { texts, tongue } = loaded.skimmed.fields;
  const places = marks.map(placesOf);
  const met = new Set(places.flat().map(([, , by]) => by));
  const missed = slots.map((slot, by) => (slot.role === 'needed' && !met.has(by) ? slot : { ...slot, matchers: [] }));
  const terms = isWhole || met.size === 0 ? missed.flatMap(({ matchers }) => matchers.map(({ term }) => term)) : [];
  const look = createLook(missed);
  const placesIn = (read: string) => placesOf(look({ fields: { texts: [read], tongue } }).marks[0] ?? []);
  const fields = texts.map((text, i): Field => {
    const far = terms.length > 0 && text.length > SHOWN ? findFar(text, terms, placesIn) : [];
    // The same word may be met by several terms of one thing.
    const once = new Map([...(places[i] ?? []), ...far].map((place) => [`${place[0]} ${place[2]}`, place]));
    return { text, places: [...once.values()].sort(inOrder) };
  });
  const told = runsOf(slots).map((run) => ({ run, found: fields.map((field) => standing(run, slots, field)) }));
  // Where a run stands, letters that are elsewhere are none of it.
  const whole = told.filter(({ found }) => found.some((some) => some.length > 0));
  const runs = new Set(whole.map(({ run }) => run));
  return fields.map(({ text, places }, i) =>
    slots
      .flatMap((slot, by): Place[] => {
        if (slot.run && runs.has(slot.run)) return [];
        const own = places.filter((place) => place[2] === by);
        return slot.isApart ? sideBySide(slot, text, own) : own.flatMap((place) => exact(slot, text, place));
      })
      .concat(whole.flatMap(({ found }) => found[i] ?? []))
      .sort(inOrder)
      .flat(),
  );
}

interface Field {
  text: string;
  places: Place[];
}

const inOrder = ([a]: Place, [b]: Place): number => a - b;

const placesOf = (marks: number[]): Place[] =>
  marks.flatMap((by, i): Place[] => (i % 3 === 2 ? [[marks[i - 2] ?? 0, marks[i - 1] ?? 0, by]] : []));

const runsOf = (slots: Slot[]): string[] => [...new Set(slots.flatMap(({ run }) => run ?? []))];

/** Where a run stands as a whole, by the first that asks for it: who leans on a key asks for one run hundreds of times. A long one that it is part of comes in pieces, and may be parted by them. */
function standing(run: string, slots: Slot[], { text, places }: Field): Place[] {
  const pieces = places.flatMap(([start, end, by]): Stretch[] => (slots[by]?.run === run ? [[start, end]] : []));
  const found = joined(pieces).flatMap(([start, end]) =>
    placesWithin(text.slice(start, end), run).map(([from, to]) => grown(text, start + from, start + to)),
  );
  const first = slots.findIndex((slot) => slot.run === run);
  return joined(found).map((place): Place => [...place, first]);
}

type Stretch = [start: number, end: number];

/** Those that touch as one. */
function joined(some: Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const [start, end] of some) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

/** Where a word has it: all of the word, but where it is written without spaces. Of another script beside such letters all that stands together. */
function exact({ matchers }: Slot, text: string, [start, end, by]: Place): Place[] {
  const verbatim = text.slice(start, end);
  if (!hasRun(verbatim)) return [[start, end, by]];
  return matchers.flatMap(({ term }) =>
    placesWithin(verbatim, term).map(([from, to]): Place => {
      if (hasRun(term)) return [...grown(text, start + from, start + to), by];
      let until = to;
      while (until < verbatim.length && !hasRun(verbatim[until] ?? '')) until++;
      return [start + from, start + until, by];
    }),
  );
}

/** In Thai and Lao, vowels that stand before their consonant, and those behind it that are letters by themselves. */
const BEFORE = /[\u0e40-\u0e44\u0ec0-\u0ec4]/;
const BEHIND = /[\p{M}\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]/u;

/** No letter has more of them; a text of nothing else is not walked from each of its places. */
const VOWELS_MAX = 8;

/** With the vowels of its first and last letter. */
function grown(text: string, start: number, end: number): Stretch {
  let from = start;
  const least = Math.max(0, start - VOWELS_MAX);
  while (from > least && BEHIND.test(text[from] ?? '')) from--;
  if (BEFORE.test(text[from - 1] ?? '')) from--;
  let to = BEFORE.test(text[end - 1] ?? '') ? end + 1 : end;
  while (to < end + VOWELS_MAX && BEHIND.test(text[to] ?? '')) to++;
  return [from, Math.min(to, text.length)];
}

/** So many signs may stand between the parts of a word. */
const SIGNS = /^[^\p{L}\p{N}]{1,3}$/u;

/** Parts of a word are marked where they stand side by side, as one; the word itself by itself. */
function sideBySide({ word }: Slot, text: string, places: Place[]): Place[] {
  const said = (start: number, end: number) => fold(text.slice(start, end).replace(/[^\p{L}\p{N}\p{M}]+/gu, ''));
  const found: Place[] = [];
  for (let i = 0; i < places.length; i++) {
    const [start, first, by] = places[i] as Place;
    let [end, last] = [first, i];
    for (let next = places[i + 1]; next && said(start, end).length < word.length; next = places[last + 1]) {
      if (!SIGNS.test(text.slice(end, next[0]))) break;
      [end, last] = [next[1], last + 1];
    }
    const all = said(start, end);
    const isParted = last > i && (all.startsWith(word) || word.startsWith(all));
    if (!isParted && said(start, first).length < word.length) continue;
    found.push([start, isParted ? end : first, by]);
    if (isParted) i = last;
  }
  return found;
}
