import { useState } from 'preact/hooks';
import type { Failure } from '../../../kit/result.ts';
import { Empty } from '../../../ui/empty.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { AccessOffer } from './access-offer.tsx';
import { HereButtons } from './here-buttons.tsx';
import { KnownPage } from './known-page.tsx';
import { RecentList } from './recent-list.tsx';
import type { PageInView } from './use-active.ts';

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
