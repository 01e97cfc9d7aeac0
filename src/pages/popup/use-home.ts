import { useEffect } from 'preact/hooks';
import type { Shown } from '../../store/show.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNews } from '../../ui/use-news.ts';
import { readAtOnce } from './at-once.ts';
import { type Later, never, once, useDesk } from './desk.ts';
import type { HomeLists } from './home-lists.ts';
import { begun, begunOr, forgetHome } from './opening.ts';

/**
 * Undefined until first read; then live, as soon as there is time. What others share while the popup is open shows the
 * next time it is opened. `page`: undefined until it is known which page is in view.
 */
export function useHome(page: string | undefined, later: Later | null): HomeLists | undefined {
  const { reading } = useDesk();
  const opening = begun();
  const lists = useLive(
    () => {
      if (page === undefined) return never;
      // Taken only where it is waited for: it fails where there is no database yet.
      const early = () => opening?.home?.then((home) => home.lists);
      return later?.liveHome(later.store, page) ?? once(() => begunOr(early(), () => readAtOnce(reading, page)));
    },
    [later, page],
    opening?.seen.home?.lists,
  );
  useEffect(() => {
    if (later) forgetHome();
  }, [later]);
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
