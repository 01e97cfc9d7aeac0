import type { RefObject } from 'preact';
import type { Fit } from '../../../store/for-page.ts';
import { leftOut } from '../../../store/left-out.ts';
import { live } from '../../../store/live.ts';
import { openQuestions } from '../../../store/open-questions.ts';
import type { Shown } from '../../../store/read.ts';
import { unanswered } from '../../../store/unanswered.ts';
import { stateWord } from '../../../ui/state-word.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';
import { sayWhy } from './for-page-list.tsx';
import type { Row } from './row-list.tsx';
import type { PageInView } from './use-active.ts';

/** A few are shown; some of what is read is drawn as a card already. */
export const QUESTIONS_MAX = 15;

/**
 * What waits for an answer on this page, on its site or about what it is about, live; until what fits by now was read, what was there before.
 * What is `drawn` of it stays when it is answered.
 */
export function useOpenQuestions(
  page: PageInView,
  pages: string[],
  fits: Fit[],
  drawn: RefObject<readonly Shown[]>,
): [rows: Row[], isRead: boolean] {
  const { relaxed } = useStore();
  const why = new Map(fits.map((fit) => [fit.record.id, sayWhy(fit)]));
  const asked = fits.map(({ record }) => record).filter((record) => record.kind === 'question');
  const of = [pages, page.site, asked.map(({ id }) => id)].join(' ');
  const read = async () => {
    const here = await openQuestions(relaxed, pages, page.site, QUESTIONS_MAX);
    const isHere = new Set(here.map(({ id }) => id));
    const open = [...here, ...(await unanswered(relaxed, asked)).filter(({ id }) => !isHere.has(id))];
    const kept = (await leftOut(relaxed, open, drawn.current ?? [])).filter((record) => record.kind === 'question');
    return { of, all: [...open, ...kept], open: new Set<Shown>([...open, ...(await unanswered(relaxed, kept))]) };
  };
  const last = useLive(() => live(read), [of]);
  const stateOf = (record: Shown) => (last?.open.has(record) ? undefined : stateWord('answered'));
  const toRow = (record: Shown): Row => ({ record, why: why.get(record.id), state: stateOf(record) });
  return [last?.all.map(toRow) ?? [], last?.of === of];
}
