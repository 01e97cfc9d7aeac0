import { quickOnPage, quickRecent, quickUnanswered } from '../../store/quick-home.ts';
import type { Reading } from '../../store/reading.ts';
import type { Shown } from '../../store/show.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNews } from '../../ui/use-news.ts';
import { type Later, never, once, useDesk } from './desk.ts';
import { arrangeHome, type HomeLists, MOST_HERE } from './home-lists.ts';

/** The same as later.ts reads live, past Dexie. */
const readAtOnce = (reading: Reading, page: string): Promise<HomeLists> =>
  arrangeHome(
    {
      onPage: (url) => quickOnPage(reading, url, MOST_HERE),
      unanswered: (questions) => quickUnanswered(reading, questions),
      recent: (most) => quickRecent(reading, most),
    },
    page,
  );

/**
 * Undefined until first read; then live, as soon as there is time. What others share while the popup is open shows the
 * next time it is opened. `page`: undefined until it is known which page is in view.
 */
export function useHome(page: string | undefined, later: Later | null): HomeLists | undefined {
  const { reading } = useDesk();
  const lists = useLive(() => {
    if (page === undefined) return never;
    return later?.liveHome(later.store, page) ?? once(() => readAtOnce(reading, page));
  }, [later, page]);
  const inOne = lists && [...lists.lessons, ...lists.questions, ...lists.recent].map((record) => ({ record }));
  const { shown } = useNews(inOne, page ?? '');
  const ids = new Set(shown.map(({ record }) => record.id));
  const isShown = ({ id }: Shown) => ids.has(id);
  return (
    lists && {
      lessons: lists.lessons.filter(isShown),
      questions: lists.questions.filter(isShown),
      recent: lists.recent.filter(isShown),
    }
  );
}
