import { useEffect, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import { type View, viewFor } from './view.ts';

/** The panel's view, and how to change it. What it was opened for, or is called for while open, comes first. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>({ view: 'page' });
  useEffect(() => {
    const take = () => void takeIntent().then((intent) => intent && setView(viewFor(intent)));
    take();
    return onIntent(take);
  }, []);
  return [view, setView];
}
