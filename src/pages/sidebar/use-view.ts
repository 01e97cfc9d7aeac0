import { useEffect, useMemo, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import type { Failure } from '../../kit/result.ts';
import { wordsBegun } from './begun.ts';
import { AT_FIRST, finish, goBack, goTo, type History } from './history.ts';
import { type View, viewFor } from './view.ts';

export interface Views {
  view: View;
  query: string;
  /** Forms with something in them that nothing leads back to. */
  begun: View[];
  /** Why nothing was done where the person was. It stands above whatever is shown. */
  notice: Failure | null;
  go: (view: View) => void;
  back: () => void;
  /** A view is done with; `next` comes of it. */
  finish: (view: View, next?: View) => void;
  search: (query: string) => void;
  dismiss: () => void;
}

/**
 * The panel's view and its search, and how to change them. What it was opened for, or is called for while open, comes at once
 * into view, and so does whatever is gone to: a search that stood there ends, and the way back leads to it.
 */
export function useView(): Views {
  const [history, setHistory] = useState(AT_FIRST);
  const [notice, setNotice] = useState<Failure | null>(null);
  // The same always: what stands below the search is not drawn again with each letter.
  const ways = useMemo(() => {
    const move = (change: (was: History) => History) => {
      setHistory(change);
      setNotice(null);
    };
    return {
      go: (view: View) => move((was) => goTo(was, view)),
      back: () => move((was) => goBack(was, wordsBegun(was.here.view) !== '')),
      finish: (view: View, next?: View) => move((was) => finish(was, view, next)),
      search: (query: string) => setHistory((was) => ({ ...was, here: { ...was.here, query } })),
      dismiss: () => setNotice(null),
    };
  }, []);
  useEffect(() => {
    const take = async () => {
      const intent = await takeIntent();
      if (intent?.intent === 'notice') setNotice(intent);
      else if (intent) ways.go(viewFor(intent));
    };
    void take();
    return onIntent(() => void take());
  }, []);
  return { ...history.here, begun: history.begun, notice, ...ways };
}
