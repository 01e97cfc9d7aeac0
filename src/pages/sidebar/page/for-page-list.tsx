import type { Fit } from '../../../store/for-page.ts';
import { noteUsed } from '../../../store/suggestions.ts';
import { Button } from '../../../ui/button.tsx';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../desk.ts';
import { DismissMenu } from './dismiss-menu.tsx';
import { RowList } from './row-list.tsx';
import type { PageInView } from './use-active.ts';
import { useNoteShown } from './use-note-shown.ts';
import type { OfferedFits } from './use-offered.ts';

interface ForPageListProps {
  page: PageInView;
  offered: OfferedFits;
  /** Something was dismissed: what fits is to be asked again. */
  onDismissed: () => void;
}

/** Lessons from elsewhere that fit the page in view, each saying why. */
export function ForPageList({ page, offered, onDismissed }: ForPageListProps) {
  const store = useStore();
  const { drawn, news, more, letIn, showMore } = offered;
  const list = useNoteShown(page.page, drawn);
  if (drawn.length === 0) return null;
  const rows = drawn.map((fit) => ({
    record: fit.record,
    why: sayWhy(fit),
    beside: <DismissMenu fit={fit} page={page} onDismissed={onDismissed} />,
  }));
  return (
    <div ref={list}>
      <RowList
        heading={text('listForPage')}
        rows={rows}
        onOpen={({ team, id }) => void noteUsed(store, [team, id])}
        news={<NewsBar number={news} onLetIn={letIn} />}
      >
        {more > 0 && (
          <Button look="quiet" onClick={showMore}>
            {text('listMore', more)}
          </Button>
        )}
      </RowList>
    </div>
  );
}

/** "same site · refund, chargeback" */
export const sayWhy = ({ isSameSite, because }: Pick<Fit, 'isSameSite' | 'because'>): string =>
  [isSameSite ? text('fitSameSite') : '', because.slice(0, 3).join(', ')].filter(Boolean).join(' · ');
