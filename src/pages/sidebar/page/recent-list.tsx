import { live } from '../../../store/live.ts';
import type { Shown } from '../../../store/read.ts';
import { unanswered } from '../../../store/unanswered.ts';
import { NewsBar } from '../../../ui/news-bar.tsx';
import { stateWord } from '../../../ui/state-word.ts';
import { text } from '../../../ui/text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useNews } from '../../../ui/use-news.ts';
import { useStore } from '../desk.ts';
import { type Row, RowList } from './row-list.tsx';
import { useRecent } from './use-page-lists.ts';

interface RecentListProps {
  /** Ids of what is shown already. */
  except?: ReadonlySet<string>;
  /** What the page in view goes by: what stands on it is shown above as soon as it is read there. */
  pages?: readonly string[];
  most?: number;
}

/** The newest from anywhere; a row opens its card. */
export function RecentList({ except, pages = [], most = 12 }: RecentListProps) {
  const latest = useRecent()
    ?.filter((record) => !except?.has(record.id) && !pages.includes(record.page))
    .map((record) => ({ record }));
  const { shown, news, letIn } = useNews(latest, `${most}`);
  // Not before: what waits would take the place of what is read.
  const rows = useStates(shown.slice(0, most).map(({ record }) => record));
  return <RowList heading={text('listRecent')} rows={rows} news={<NewsBar number={news.length} onLetIn={letIn} />} />;
}

/** Records as rows; whether a question was answered stands in its row as soon as it is known, and changes with it. */
function useStates(records: Shown[]): Row[] {
  const { relaxed } = useStore();
  const questions = records.filter((record): record is Shown<'question'> => record.kind === 'question');
  const ids = questions.map(({ team, id }) => `${team} ${id}`).join();
  const states = useLive(
    () =>
      live(async () => {
        const open = new Set(await unanswered(relaxed, questions));
        return new Map(questions.map((one) => [one.id, open.has(one) ? 'open' : 'answered'] as const));
      }),
    [ids],
  );
  return records.map((record) => ({ record, state: stateWord(states?.get(record.id)) }));
}
