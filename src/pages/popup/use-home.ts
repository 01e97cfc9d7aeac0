import type { Db } from '../../store/db.ts';
import { live } from '../../store/live.ts';
import { onPage, recent, type Shown } from '../../store/read.ts';
import { unanswered } from '../../store/unanswered.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNews } from '../../ui/use-news.ts';
import { useStore } from './desk.ts';

/** What stands in the popup before anything is typed. */
export interface HomeLists {
  lessons: Shown[];
  questions: Shown[];
  recent: Shown[];
}

const MOST_HERE = 20;
const MOST_RECENT = 8;

/** This page's lessons, its open questions, then what is recent and not shown above. */
export async function readHome(db: Db, page: string): Promise<HomeLists> {
  const here = await onPage(db, page);
  const newest = here.sort((a, b) => b.created - a.created);
  const lessons = newest.filter((record) => record.kind === 'lesson').slice(0, MOST_HERE);
  const asked = newest.filter((record): record is Shown<'question'> => record.kind === 'question');
  const questions = (await unanswered(db, asked)).slice(0, MOST_HERE);
  const above = new Set(here.map((record) => record.id));
  const latest = await recent(db, MOST_RECENT + above.size);
  return { lessons, questions, recent: latest.filter((record) => !above.has(record.id)).slice(0, MOST_RECENT) };
}

/** Live; undefined until first read. What others share while the popup is open shows the next time it is opened. */
export function useHome(page: string | undefined): HomeLists | undefined {
  const { relaxed } = useStore();
  const lists = useLive(() => live(() => readHome(relaxed, page ?? '')), [page]);
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
