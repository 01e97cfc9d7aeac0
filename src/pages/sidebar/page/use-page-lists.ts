import { live } from '../../../store/live.ts';
import { onPage, placesOn, recent, type Shown } from '../../../store/read.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';
import { arrange, type PageLists } from './arrange.ts';

const MOST_RECENT = 40;

/** What stands on a page, live; undefined while another page's answer is still in hand. */
export function usePageLists(page: string): PageLists | undefined {
  const { relaxed } = useStore();
  const read = async () => {
    const [records, places] = await Promise.all([onPage(relaxed, page), placesOn(relaxed, page)]);
    return { page, lists: arrange(records, places) };
  };
  const answer = useLive(() => live(read), [page]);
  return answer?.page === page ? answer.lists : undefined;
}

/** The newest lessons and questions from anywhere, live. */
export function useRecent(): Shown[] | undefined {
  const { relaxed } = useStore();
  return useLive(() => live(() => recent(relaxed, MOST_RECENT)), []);
}
