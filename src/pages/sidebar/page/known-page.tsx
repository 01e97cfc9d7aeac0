import { Empty } from '../../../ui/empty.tsx';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { AccessOffer } from './access-offer.tsx';
import { ForPageList, useFits } from './for-page-list.tsx';
import { PlacedList } from './placed-list.tsx';
import { RecentList } from './recent-list.tsx';
import { ToldList } from './told-list.tsx';
import type { PageInView } from './use-active.ts';
import { usePageLists } from './use-page-lists.ts';

/** Beside a page that we know: what stands on it, what fits it, what is recent. */
export function KnownPage({ page }: { page: PageInView }) {
  const lists = usePageLists(page.page);
  const fits = useFits(page);
  if (!lists) return null;
  const { here, apart, news, letIn, more } = lists;
  const above = new Set([...lists.ids, ...fits.map(({ record }) => record.id)]);
  const isEmpty = lists.ids.size === 0;
  return (
    <>
      <NewsBar number={news} onLetIn={letIn} />
      <PlacedList heading={text('listHere')} part={here} more={more} />
      <PlacedList heading={text('listApart')} hint={text('listApartHint')} part={apart} more={more} />
      {isEmpty && <Empty>{text('pageEmpty')}</Empty>}
      {!page.access.site && <AccessOffer page={page} />}
      <ForPageList fits={fits} />
      <ToldList except={above} />
      <RecentList except={above} most={isEmpty ? 12 : 5} />
    </>
  );
}
