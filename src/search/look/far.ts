import { SHOWN } from './marks.ts';

/** So much is read at a time; what is cut where one stretch ends stands whole in the next. */
const READ = 400;
const EDGE = 64;
/** So many terms are looked for as they are spelt. */
const KEYS = 20;

/** Where something stands in a text, and which of the things that were asked for it is. */
export type Place = [start: number, end: number, by: number];

/** What `placesIn` tells of the first stretch of a long text, beyond its beginning, that has any. */
export function findFar(text: string, terms: string[], placesIn: (read: string) => Place[]): Place[] {
  for (const from of stretchesOf(text, terms)) {
    const read = text.slice(from, from + READ);
    const isCut = (at: number) => at === 0 || (at === READ && from + READ < text.length);
    const places = placesIn(read).filter(([start, end]) => !isCut(start) && !isCut(end));
    if (places.length > 0) return places.map(([start, end, by]) => [start + from, end + from, by]);
  }
  return [];
}

/**
 * Where stretches of a text begin, first those with the letters of a term: the browser finds these in a megabyte in a fraction of the ten
 * milliseconds that reading its words takes.
 */
function* stretchesOf(text: string, terms: string[]): Generator<number> {
  // A word may begin with a capital, and not end as its stem does.
  const keys = terms.slice(0, KEYS).map((term) => (term.length > 4 ? term.slice(1, -1) : term));
  const next = (key: string, from: number) => {
    const at = text.indexOf(key, from);
    return at < 0 ? text.length : at;
  };
  let places = keys.map((key) => next(key, SHOWN));
  for (let at = Math.min(...places); at < text.length; at = Math.min(...places)) {
    yield at - EDGE;
    const end = at + READ - 2 * EDGE;
    places = places.map((place, i) => (place < end ? next(keys[i] ?? '', end) : place));
  }
  for (let from = SHOWN - EDGE; from < text.length; from += READ - EDGE) yield from;
}
