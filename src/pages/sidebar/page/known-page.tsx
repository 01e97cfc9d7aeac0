import type { Fit } from '../../../store/for-page.ts';
import { Empty } from '../../../ui/empty.tsx';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { AccessOffer } from './access-offer.tsx';
import { ForPageList } from './for-page-list.tsx';
import { PeopleList } from './people-list.tsx';
import { PlacedList } from './placed-list.tsx';
import { RecentList } from './recent-list.tsx';
import { RowList } from './row-list.tsx';
import { ToldList } from './told-list.tsx';
import type { PageInView } from './use-active.ts';
import { useFits } from './use-fits.ts';
import { useLookedAt } from './use-looked-at.ts';
import { useOffered } from './use-offered.ts';
import { useOpenQuestions } from './use-open-questions.ts';
import { usePageLists } from './use-page-lists.ts';

const isLesson = ({ record }: Fit): boolean => record.kind === 'lesson';
const idsOf = (rows: { record: { id: string } }[]): string[] => rows.map(({ record }) => record.id);

/** Beside a page that we know: what stands on it, what fits it, what waits for an answer, who knows, what is recent. */
export function KnownPage({ page }: { page: PageInView }) {
  const { found, again } = useFits(page);
  const fits = found?.fits ?? [];
  const pages = found && found.answer.pages.length > 0 ? found.answer.pages : [page.page];
  const lists = usePageLists(page.page, pages);
  const offered = useOffered(page.page, found, fits.filter(isLesson));
  const cards = lists ? [...lists.here.drawn, ...lists.apart.drawn] : [];
  useLookedAt(cards);
  const questions = useOpenQuestions(page, pages, fits, new Set(idsOf(cards)));
  if (!lists) return null;
  const { here, apart, news, letIn, more } = lists;
  const above = new Set([...lists.ids, ...offered.known, ...idsOf(fits), ...idsOf(questions)]);
  const isEmpty = lists.ids.size === 0;
  return (
    <>
      <NewsBar number={news} onLetIn={letIn} />
      <PlacedList heading={text('listHere')} part={here} more={more} />
      <PlacedList heading={text('listApart')} hint={text('listApartHint')} part={apart} more={more} />
      {isEmpty && <Empty>{text('pageEmpty')}</Empty>}
      {!page.access.site && <AccessOffer page={page} />}
      <ForPageList page={page} offered={offered} onDismissed={again} />
      <RowList heading={text('listQuestionsHere')} rows={questions} />
      <PeopleList people={found?.answer.people ?? []} />
      <ToldList except={above} />
      {offered.isSettled && <RecentList except={above} most={isEmpty ? 12 : 5} />}
    </>
  );
}
