import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { useNews } from '../../../ui/use-news.ts';
import { RowList } from './row-list.tsx';
import { useRecent } from './use-page-lists.ts';

interface RecentListProps {
  /** Ids of what is shown already. */
  except?: ReadonlySet<string>;
  most?: number;
}

/** The newest from anywhere; a row opens its card. */
export function RecentList({ except, most = 12 }: RecentListProps) {
  const latest = useRecent()
    ?.filter((record) => !except?.has(record.id))
    .slice(0, most)
    .map((record) => ({ record }));
  const { shown, news, letIn } = useNews(latest, `${most}`);
  return <RowList heading={text('listRecent')} rows={shown} news={<NewsBar number={news.length} onLetIn={letIn} />} />;
}
