import { nameOf, type View } from './view.ts';

/** A place to be: what is shown, and what is typed into the search, which stands in the place of that. */
export interface Place {
  view: View;
  query: string;
}

/** Where the panel is and the ways back, as a browser has them for its pages. */
export interface History {
  here: Place;
  /** Where back leads, the next one last. */
  behind: Place[];
  /** Forms that were left with something in them, which nothing leads back to. */
  begun: View[];
}

const HOME: Place = { view: { view: 'page' }, query: '' };

export const AT_FIRST: History = { here: HOME, behind: [], begun: [] };

const isAt =
  (view: View) =>
  (place: Place): boolean =>
    place.query.trim() === '' && nameOf(place.view) === nameOf(view);

const without = (views: View[], view: View): View[] => views.filter((one) => nameOf(one) !== nameOf(view));

/** A card that came by itself, for its note, which is stored as it is typed: whoever goes on to something else is done with it. */
const isJustKept = ({ view, query }: Place): boolean => query.trim() === '' && view.view === 'one' && view.note;

/** From one card to the next nothing is left behind but what the first was opened from: a page may have many to click on. */
const isLeftBehind = (place: Place, view: View): boolean =>
  !isAt(view)(place) &&
  !isAt(HOME.view)(place) &&
  !(isJustKept(place) && view.view !== 'share') &&
  !(place.query.trim() === '' && place.view.view === 'one' && view.view === 'one');

/** Shows something. What is already behind comes to the front and is not there twice. */
export function goTo({ here, behind, begun }: History, view: View): History {
  const all = isLeftBehind(here, view) ? [...behind, here] : behind;
  return { here: { view, query: '' }, behind: all.filter((place) => !isAt(view)(place)), begun: without(begun, view) };
}

/** Back to where the person came from. A form that has something in it (`isBegun`) is still to be found. */
export function goBack({ here, behind, begun }: History, isBegun: boolean): History {
  const others = without(begun, here.view);
  return { here: behind.at(-1) ?? HOME, behind: behind.slice(0, -1), begun: isBegun ? [...others, here.view] : others };
}

/**
 * A view is done with: nothing leads back to it. `next` comes of it. Who has gone on meanwhile, to something else or to a search, stays
 * there, and finds what comes of it where it stood.
 */
export function finish({ here, behind, begun }: History, view: View, next?: View): History {
  const rest = without(begun, view);
  const isOver = isAt(view);
  // A search stood above it, and is still there to go back to.
  const leave = (place: Place, to: View): Place =>
    nameOf(place.view) === nameOf(view) ? { ...place, view: to } : place;
  if (!isOver(here)) {
    const left = next ? behind : behind.filter((place) => !isOver(place));
    const to = next ?? HOME.view;
    return { here: leave(here, to), behind: left.map((place) => leave(place, to)), begun: rest };
  }
  const left = behind.filter((place) => !isOver(place)).map((place) => leave(place, HOME.view));
  const done = { here: HOME, behind: left, begun: rest };
  return next ? goTo(done, next) : goBack(done, false);
}
