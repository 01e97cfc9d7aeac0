import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';

/** A lesson or question of the page in view, and how its passage was last found there. */
export interface Placed {
  record: Shown<'lesson'> | Shown<'question'>;
  place: PlaceRow | undefined;
}

export interface PageLists {
  /** In the order of the page: what is about the whole page first, what was not looked for yet last. */
  here: Placed[];
  /** Whose passage was edited or is gone. */
  apart: Placed[];
}

const isWholePage = ({ record }: Placed): boolean => (record.body.target?.selectors.length ?? 0) === 0;

const rank = (placed: Placed): number => (isWholePage(placed) ? 0 : placed.place ? 1 : 2);

function inPageOrder(a: Placed, b: Placed): number {
  const byPlace = rank(a) === 1 && rank(b) === 1 ? (a.place?.at ?? 0) - (b.place?.at ?? 0) : 0;
  return rank(a) - rank(b) || byPlace || a.record.created - b.record.created;
}

/** What stands on a page, ordered for reading beside it. */
export function arrange(records: Placed['record'][], places: PlaceRow[]): PageLists {
  const placeByKey = new Map(places.map((place) => [`${place.team} ${place.id}`, place]));
  // Sharing moves a record to another key; its passage stands where it stood.
  const placeById = new Map(places.map((place) => [place.id, place]));
  const placeOf = ({ team, id }: Placed['record']) => placeByKey.get(`${team} ${id}`) ?? placeById.get(id);
  const placed = records.map((record): Placed => ({ record, place: placeOf(record) })).sort(inPageOrder);
  const isApart = (one: Placed) =>
    !isWholePage(one) && one.place !== undefined && one.place.anchoring.state !== 'anchored';
  return { here: placed.filter((one) => !isApart(one)), apart: placed.filter(isApart) };
}
