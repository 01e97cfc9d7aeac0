import type { Hit } from '../../store/find.ts';
import type { Shown } from '../../store/read.ts';
import type { FinderGroup } from '../../ui/finder.tsx';
import { foundGroups } from '../../ui/found-groups.ts';
import { text } from '../../ui/text.ts';
import type { Finding } from '../../ui/use-searching.ts';
import type { HomeLists } from './home-lists.ts';

export type Group = FinderGroup<{ record: Shown; marks?: Hit['marks'] }>;

/** A record keeps its item, so that its row is not drawn again. */
const itemOf = new WeakMap<Shown, Group['items'][number]>();

const unmarked = (records: Shown[]): Group['items'] =>
  records.map((record) => {
    const item = itemOf.get(record) ?? { record };
    itemOf.set(record, item);
    return item;
  });

/** What was found, while something is typed; before that this page's lessons, its open questions, what is recent. */
export function groupsFor(found: Finding<Hit> | null, lists: HomeLists | undefined): Group[] {
  if (found) return foundGroups(found);
  if (!lists) return [];
  return [
    { label: text('listHere'), items: unmarked(lists.lessons) },
    { label: text('listQuestionsHere'), items: unmarked(lists.questions) },
    { label: text('listRecent'), items: unmarked(lists.recent) },
  ].filter((group) => group.items.length > 0);
}
