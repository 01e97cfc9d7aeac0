import { useEffect, useMemo, useRef } from 'preact/hooks';
import { quickStates, type RecordState } from '../../store/quick-states.ts';
import type { Shown } from '../../store/show.ts';
import { steadyName } from '../../store/steady-name.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLookedUp } from '../../ui/use-looked-up.ts';
import { useNews } from '../../ui/use-news.ts';
import { readAtOnce } from './at-once.ts';
import { type Later, never, once, useDesk } from './desk.ts';
import { type HomeLists, MOST_HERE, MOST_RECENT } from './home-lists.ts';
import { begun, begunOr, forgetHome } from './opening.ts';

/** The lists of the home as they are drawn, and how many came since and wait. */
export interface HomeShown {
  /** Undefined until first read. */
  lists: HomeLists | undefined;
  news: number;
  letIn: () => void;
}

/**
 * Live as soon as there is time. From its first answer on nothing of what is drawn moves; what others share is counted. `page`: undefined
 * until it is known which page is in view.
 */
export function useHome(inView: string | undefined, later: Later | null, isAtRest: boolean): HomeShown {
  const { reading } = useDesk();
  const opening = begun();
  const isWanted = useRef(false);
  isWanted.current ||= isAtRest;
  const page = isWanted.current ? inView : undefined;
  const drawn = useRef<HomeLists | undefined>(undefined);
  const latest = useLive(
    () => {
      if (page === undefined) return never;
      const readOnce = () => begunOr(opening?.home, () => readAtOnce(reading, page));
      return later?.liveHome(later.store, page, () => drawn.current) ?? once(readOnce);
    },
    [later, page],
    opening?.seen.home,
  );
  useEffect(() => {
    if (later) forgetHome();
  }, [later]);
  const isRead = drawn.current !== undefined && allOf(drawn.current).length > 0;
  // What stood below so many here, or was pushed there as newer ones were let in, is no news among what is recent.
  const mayCome = (of: keyof HomeLists, record: Shown): boolean =>
    of !== 'recent' || drawn.current === undefined || page === '' || record.page !== page;
  const hold = (of: keyof HomeLists, most: number) =>
    useNews(latest?.[of], '', { nameOf: steadyName, isMine, mayCome: (record) => mayCome(of, record), most, isRead });
  const lessons = hold('lessons', MOST_HERE);
  const questions = hold('questions', MOST_HERE);
  const recent = hold('recent', MOST_RECENT);
  const lists = { lessons: lessons.shown, questions: questions.shown, recent: recent.shown };
  const held = [lessons, questions, recent];
  const letIn = () => {
    for (const list of held) list.letIn();
  };
  // The same as long as the same is drawn.
  drawn.current = useMemo(() => latest && lists, [latest, allOf(lists).map(steadyName).join()]);
  return { lists: drawn.current, news: held.reduce((sum, { news }) => sum + news.length, 0), letIn };
}

const isMine = ({ isMine: mine }: Shown): boolean => mine;
const allOf = ({ lessons, questions, recent }: HomeLists): Shown[] => [...lessons, ...questions, ...recent];

/** How they stand, by key, read once their rows are drawn; an open question below the heading that says so needs no word. */
export function useHomeStates(lists: HomeLists | undefined): ReadonlyMap<string, RecordState> {
  const { reading } = useDesk();
  const records = useMemo(() => lists && [...lists.lessons, ...lists.recent], [lists]);
  const states = useLookedUp(records, (some) => quickStates(reading, some));
  const stands = useLookedUp(lists?.questions, (some) => quickStates(reading, some));
  return useMemo(
    () => new Map([...states, ...[...stands].filter(([, state]) => state === 'answered')]),
    [states, stands],
  );
}
