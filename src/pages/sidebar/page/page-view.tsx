import { useState } from 'preact/hooks';
import type { Failure } from '../../../kit/result.ts';
import { Empty } from '../../../ui/empty.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import type { View } from '../view.ts';
import { AccessOffer } from './access-offer.tsx';
import { BegunList } from './begun-list.tsx';
import { HereButtons } from './here-buttons.tsx';
import { KnownPage } from './known-page.tsx';
import { RecentList } from './recent-list.tsx';
import type { PageInView } from './use-active.ts';
import { useRecent } from './use-recent.ts';

interface PageViewProps {
  page: PageInView | null;
  /** Forms that were left with something in them. */
  begun: View[];
}

/** Beside the page in view: what stands on it, or, where it is not known, what is recent and one offer. */
export function PageView({ page, begun }: PageViewProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <div class="page">
      {failure && (
        <Notice tone="care">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {page?.isWeb && <HereButtons page={page} onFailure={setFailure} />}
      <BegunList begun={begun} />
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
      <RecentList {...useRecent()} />
    </>
  );
}
