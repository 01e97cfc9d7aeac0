import type { Fit } from '../../../store/for-page.ts';
import { live } from '../../../store/live.ts';
import { openQuestions } from '../../../store/open-questions.ts';
import { unanswered } from '../../../store/unanswered.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';
import { sayWhy } from './for-page-list.tsx';
import type { Row } from './row-list.tsx';
import type { PageInView } from './use-active.ts';

/** A few are shown; some of what is read is drawn as a card already. */
const MOST = 15;

/** What waits for an answer on this page, on its site or about what it is about; live, undefined until first read. */
export function useOpenQuestions(page: PageInView, pages: string[], fits: Fit[]): Row[] | undefined {
  const { relaxed } = useStore();
  const why = new Map(fits.map((fit) => [fit.record.id, sayWhy(fit)]));
  const asked = fits.map(({ record }) => record).filter((record) => record.kind === 'question');
  const read = async () => {
    const here = await openQuestions(relaxed, pages, page.site, MOST);
    const isHere = new Set(here.map(({ id }) => id));
    return [...here, ...(await unanswered(relaxed, asked)).filter(({ id }) => !isHere.has(id))];
  };
  const open = useLive(() => live(read), [pages.join(' '), page.site, asked.map(({ id }) => id).join(' ')]);
  return open?.map((record): Row => ({ record, ...(why.has(record.id) ? { why: why.get(record.id) ?? '' } : {}) }));
}
