import { useState } from 'preact/hooks';
import type { Failure } from '../../../kit/result.ts';
import { Empty } from '../../../ui/empty.tsx';
import { failureText } from '../../../ui/failure.ts';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useNews } from '../../../ui/use-news.ts';
import { AccessOffer } from './access-offer.tsx';
import { ForPageList, useFits } from './for-page-list.tsx';
import { HereButtons } from './here-buttons.tsx';
import { PlacedList } from './placed-list.tsx';
import { RecentList } from './recent-list.tsx';
import type { PageInView } from './use-active.ts';
import { usePageLists } from './use-page-lists.ts';

interface PageViewProps {
  page: PageInView | null;
  notice?: Failure | undefined;
}

/** Beside the page in view: what stands on it, or, where it is not known, what is recent and one offer. */
export function PageView({ page, notice }: PageViewProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const said = failure ?? notice;
  return (
    <div class="page">
      {said && (
        <Notice tone="care">
          <p>{failureText(said)}</p>
        </Notice>
      )}
      {page?.isWeb && <HereButtons page={page} onFailure={setFailure} />}
      {page?.isWeb ? <KnownPage key={page.page} page={page} /> : page && <UnknownPage page={page} />}
    </div>
  );
}

function KnownPage({ page }: { page: PageInView }) {
  const lists = usePageLists(page.page);
  const all = lists && [...lists.here, ...lists.apart];
  const { shown, news, letIn } = useNews(all, page.page);
  const fits = useFits(page);
  const isShown = new Set(shown);
  if (!lists) return null;
  const here = lists.here.filter((one) => isShown.has(one));
  const above = new Set([...(all ?? []), ...fits].map(({ record }) => record.id));
  const apart = lists.apart.filter((one) => isShown.has(one));
  return (
    <>
      <NewsBar number={news.length} onLetIn={letIn} />
      <PlacedList heading={text('listHere')} placed={here} />
      <PlacedList heading={text('listApart')} hint={text('listApartHint')} placed={apart} />
      {shown.length === 0 && <Empty>{text('pageEmpty')}</Empty>}
      {!page.access.site && <AccessOffer page={page} />}
      <ForPageList fits={fits} />
      <RecentList except={above} most={shown.length === 0 ? 12 : 5} />
    </>
  );
}

/** The browser's own page, or one whose address we are not told. */
function UnknownPage({ page }: { page: PageInView }) {
  const isHidden = page.url === null && !page.access.all;
  return (
    <>
      {isHidden ? <AccessOffer page={page} /> : <Empty>{text('pageClosed')}</Empty>}
      <RecentList />
    </>
  );
}
