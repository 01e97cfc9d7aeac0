import { useEffect, useMemo, useRef } from 'preact/hooks';
import { quickStates, type RecordState } from '../../store/quick-states.ts';
import type { Shown } from '../../store/show.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLookedUp } from '../../ui/use-looked-up.ts';
import { useNews } from '../../ui/use-news.ts';
import { readAtOnce } from './at-once.ts';
import { type Later, never, once, useDesk } from './desk.ts';
import type { HomeLists } from './home-lists.ts';
import { begun, begunOr, forgetHome } from './opening.ts';

/**
 * Undefined until first read; then live, as soon as there is time. What others share while the popup is open shows the
 * next time it is opened. `page`: undefined until it is known which page is in view.
 */
export function useHome(inView: string | undefined, later: Later | null, isAtRest: boolean): HomeLists | undefined {
  const { reading } = useDesk();
  const opening = begun();
  const isWanted = useRef(false);
  isWanted.current ||= isAtRest;
  const page = isWanted.current ? inView : undefined;
  const lists = useLive(
    () => {
      if (page === undefined) return never;
      return later?.liveHome(later.store, page) ?? once(() => begunOr(opening?.home, () => readAtOnce(reading, page)));
    },
    [later, page],
    opening?.seen.home,
  );
  useEffect(() => {
    if (later) forgetHome();
  }, [later]);
  const inOne = lists && [...lists.lessons, ...lists.questions, ...lists.recent].map((record) => ({ record }));
  const { shown } = useNews(inOne, page ?? '');
  const ids = shown.map(({ record }) => record.id);
  return useMemo(() => {
    const isShown = ({ id }: Shown) => ids.includes(id);
    return (
      lists && {
        lessons: lists.lessons.filter(isShown),
        questions: lists.questions.filter(isShown),
        recent: lists.recent.filter(isShown),
      }
    );
  }, [lists, ids.join()]);
}

/** How they stand, by key, read once their rows are drawn; what stands below a heading that says it needs no word. */
export function useHomeStates(lists: HomeLists | undefined): ReadonlyMap<string, RecordState> {
  const { reading } = useDesk();
  const records = useMemo(() => lists && [...lists.lessons, ...lists.recent], [lists]);
  return useLookedUp(records, (some) => quickStates(reading, some));
}
