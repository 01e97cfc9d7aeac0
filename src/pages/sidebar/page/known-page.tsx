import { Empty } from '../../../ui/empty.tsx';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { AccessOffer } from './access-offer.tsx';
import { ForPageList } from './for-page-list.tsx';
import { PeopleList } from './people-list.tsx';
import { PlacedList } from './placed-list.tsx';
import { RecentList } from './recent-list.tsx';
import { FewRows } from './row-list.tsx';
import type { PageInView } from './use-active.ts';
import { useBeside } from './use-beside.ts';

/** Beside a page that we know: what stands on it, what fits it, what waits for an answer, who knows, what is recent. */
export function KnownPage({ page }: { page: PageInView }) {
  const beside = useBeside(page);
  if (!beside) return null;
  const { here, apart, more } = beside.lists;
  return (
    <>
      <NewsBar number={beside.news} onLetIn={beside.letIn} />
      <PlacedList heading={text('listHere')} part={here} more={more} />
      <PlacedList heading={text('listApart')} hint={text('listApartHint')} part={apart} more={more} />
      {beside.isEmpty && <Empty>{text('pageEmpty')}</Empty>}
      {!page.access.site && <AccessOffer page={page} />}
      <ForPageList page={page} offered={beside.offered} onDismissed={beside.anew} />
      <FewRows key={`questions ${page.page}`} heading={text('listQuestionsHere')} rows={beside.questions} />
      <PeopleList people={beside.people} />
      <FewRows key={`told ${page.page}`} heading={text('listTold')} rows={beside.told} />
      <RecentList {...beside.recent} />
    </>
  );
}
