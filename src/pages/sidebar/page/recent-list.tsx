import { useId } from 'preact/hooks';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { ResultRow } from '../../../ui/result-row.tsx';
import { text } from '../../../ui/text.ts';
import { useNews } from '../../../ui/use-news.ts';
import { useDesk } from '../desk.ts';
import { useRecent } from './use-page-lists.ts';

interface RecentListProps {
  /** Ids of what is shown already. */
  except?: ReadonlySet<string>;
  most?: number;
}

/** The newest from anywhere; a row opens its card. */
export function RecentList({ except, most = 12 }: RecentListProps) {
  const desk = useDesk();
  const id = useId();
  const latest = useRecent()
    ?.filter((record) => !except?.has(record.id))
    .slice(0, most)
    .map((record) => ({ record }));
  const { shown, news, letIn } = useNews(latest, `${most}`);
  if (shown.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{text('listRecent')}</h2>
      <NewsBar number={news.length} onLetIn={letIn} />
      <ul class="recent">
        {shown.map(({ record }) => (
          <li key={`${record.team} ${record.id}`}>
            <button type="button" onClick={() => desk.go({ view: 'one', key: [record.team, record.id], note: false })}>
              <ResultRow
                record={record}
                created={record.created}
                author={desk.author(record)}
                team={desk.team(record.team)}
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
