import { NewsBar } from '../../../ui/news-bar.tsx';
import { text } from '../../../ui/text.ts';
import { RowList } from './row-list.tsx';
import type { Recent } from './use-recent.ts';

/** The newest from anywhere; a row opens its card. */
export const RecentList = ({ rows, news, letIn }: Recent) => (
  <RowList heading={text('listRecent')} rows={rows} news={<NewsBar number={news} onLetIn={letIn} />} />
);
