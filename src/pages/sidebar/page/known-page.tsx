import { useState } from 'preact/hooks';
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
import type { PageInView } from './use-active.ts';
import { useFits } from './use-fits.ts';
import { useHeld } from './use-held.ts';
import { useLookedAt } from './use-looked-at.ts';
import { useOffered } from './use-offered.ts';
import { useOpenQuestions } from './use-open-questions.ts';
import { usePageLists } from './use-page-lists.ts';
import { useTold } from './use-told.ts';

const isLesson = ({ record }: Fit): boolean => record.kind === 'lesson';
const idOf = ({ record }: { record: { id: string } }): string => record.id;
const MOST_ROWS = 3;

/** Beside a page that we know: what stands on it, what fits it, what waits for an answer, who knows, what is recent. */
export function KnownPage({ page }: { page: PageInView }) {
  const { found, again } = useFits(page);
  const fits = found?.fits ?? [];
  const pages = found && found.answer.pages.length > 0 ? found.answer.pages : [page.page];
  const lists = usePageLists(page.page, pages);
  const offered = useOffered(page.page, found, fits.filter(isLesson));
  const cards = lists ? [...lists.here.drawn, ...lists.apart.drawn] : [];
  useLookedAt(cards);
  const isDrawn = new Set(cards.map(idOf));
  const [turn, setTurn] = useState(0);
  const list = `${page.page} ${turn}`;
  const asked = useOpenQuestions(page, pages, fits)?.filter((row) => !isDrawn.has(idOf(row)));
  const questions = useHeld(list, asked, idOf, offered.isSettled).slice(0, MOST_ROWS);
  const people = useHeld(list, found?.answer.people ?? [], ({ author }) => author, offered.isSettled);
  const toldElsewhere = useTold()?.filter((row) => !isDrawn.has(idOf(row)));
  const told = useHeld(list, toldElsewhere, idOf, offered.isSettled);
  if (!lists) return null;
  const { here, apart, more } = lists;
  const above = new Set([...lists.ids, ...offered.known, ...[...fits, ...questions, ...told].map(idOf)]);
  const isEmpty = lists.ids.size === 0;
  // Where nothing fits yet, what is found waits above with the rest.
  const waiting = offered.drawn.length === 0 ? offered.news : 0;
  const toldSince = offered.isSettled ? (toldElsewhere ?? []).length - told.length : 0;
  const letIn = () => {
    lists.letIn();
    if (waiting > 0) offered.letIn();
    setTurn(turn + 1);
  };
  return (
    <>
      <NewsBar number={lists.news + waiting + toldSince} onLetIn={letIn} />
      <PlacedList heading={text('listHere')} part={here} more={more} />
      <PlacedList heading={text('listApart')} hint={text('listApartHint')} part={apart} more={more} />
      {isEmpty && <Empty>{text('pageEmpty')}</Empty>}
      {!page.access.site && <AccessOffer page={page} />}
      <ForPageList page={page} offered={offered} onDismissed={again} />
      <RowList heading={text('listQuestionsHere')} rows={questions} />
      <PeopleList people={people} />
      <RowList heading={text('listTold')} rows={told.slice(0, MOST_ROWS)} />
      {offered.isSettled && <RecentList except={above} most={isEmpty ? 12 : 5} />}
    </>
  );
}
