import { useEffect, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import { type View, viewFor } from './view.ts';

/** Where the panel is: what it shows, and what is typed into its search, which stands in the place of that. */
interface Place {
  view: View;
  query: string;
  /** Where the way back leads: what was left unfinished when something else was called for. */
  before?: Place | undefined;
}

export interface Views {
  view: View;
  query: string;
  go: (view: View) => void;
  search: (query: string) => void;
}

/** A search, a form, or a text that is in front of the person since it could not be stored. */
const isUnfinished = ({ view, query }: Place): boolean => query.trim() !== '' || !/^(page|one)$/.test(view.view);

/** What is typed into a search there is more than the view alone. */
const isAt = (place: Place | undefined, view: View): boolean =>
  place?.query.trim() === '' && JSON.stringify(place.view) === JSON.stringify(view);

const callTo =
  (view: View) =>
  (was: Place): Place => ({ view, query: '', before: isUnfinished(was) && !isAt(was, view) ? was : was.before });

const goTo =
  (view: View) =>
  ({ before }: Place): Place => {
    if (view.view === 'page' && before) return before;
    return { view, query: '', before: isAt(before, view) ? before?.before : before };
  };

/**
 * The panel's view and its search, and how to change them. What it was opened for, or is called for while open, comes at once
 * into view, and so does whatever is gone to: a search that stood there ends. Where somebody was called away from a search or from
 * something unfinished, the way back leads there.
 */
export function useView(): Views {
  const [place, setPlace] = useState<Place>({ view: { view: 'page' }, query: '' });
  useEffect(() => {
    const take = () => void takeIntent().then((intent) => intent && setPlace(callTo(viewFor(intent))));
    take();
    return onIntent(take);
  }, []);
  return {
    ...place,
    go: (view) => setPlace(goTo(view)),
    search: (query) => setPlace((was) => ({ ...was, query })),
  };
}
