import { live } from '../../../store/live.ts';
import { toldOutdated } from '../../../store/told.ts';
import { text } from '../../../ui/text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';
import { RowList } from './row-list.tsx';

const MOST = 3;

/** One's own of which colleagues say that the page has changed: the only news that asks its author for something. */
export function ToldList({ except }: { except: ReadonlySet<string> }) {
  const { relaxed } = useStore();
  const told = useLive(() => live(() => toldOutdated(relaxed)), []) ?? [];
  const rows = told.filter(({ id }) => !except.has(id)).slice(0, MOST);
  return <RowList heading={text('listTold')} rows={rows.map((record) => ({ record }))} />;
}
