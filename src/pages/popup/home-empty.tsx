import { Empty } from '../../ui/empty.tsx';
import { text } from '../../ui/text.ts';
import type { PageInView } from './page-in-view.ts';
import { useShortcut } from './use-shortcut.ts';

/** Before anything was kept: the one thing to know. */
export function HomeEmpty({ page }: { page: PageInView | null }) {
  const key = useShortcut('keep');
  if (page?.isClosed) return <Empty>{text('emptyElsewhere')}</Empty>;
  return <Empty>{key ? text('emptyKeepKey', key) : text('emptyKeep')}</Empty>;
}
