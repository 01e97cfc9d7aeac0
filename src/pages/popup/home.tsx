import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { leaveIntent } from '../../browser/session.ts';
import { cardAsMarkdown } from '../../exchange/markdown-card.ts';
import type { Failure } from '../../kit/result.ts';
import { find } from '../../store/find.ts';
import type { Shown } from '../../store/read.ts';
import { announce } from '../../ui/announcer.tsx';
import { classes } from '../../ui/classes.ts';
import { failureText } from '../../ui/failure.ts';
import { FinderField, FinderList } from '../../ui/finder.tsx';
import { ResultRow } from '../../ui/result-row.tsx';
import { text } from '../../ui/text.ts';
import { useCountSaid } from '../../ui/use-count-said.ts';
import { type PickBy, useFinder } from '../../ui/use-finder.ts';
import { isBehind, useFound } from '../../ui/use-found.ts';
import { useDesk, useNames } from './desk.ts';
import { Foot } from './foot.tsx';
import { type Group, groupsFor } from './groups.ts';
import { HomeEmpty } from './home-empty.tsx';
import { inviteOn, JoinOffer } from './join-offer.tsx';
import { NothingFound } from './nothing-found.tsx';
import { PageStrip } from './page-strip.tsx';
import { Said } from './said.tsx';
import { showPanel } from './show-panel.ts';
import { useHome } from './use-home.ts';
import type { PageInView } from './use-page.ts';
import type { View } from './view.ts';

const MOST_FOUND = 20;

type Row = Group['items'][number];

interface HomeProps {
  page: PageInView | null;
  notice?: Failure | undefined;
  go: (view: View) => void;
}

/** The popup as it opens: search on top, what can be done here, then what is here and what is recent. */
export function Home({ page, notice, go }: HomeProps) {
  const { reading } = useDesk();
  const names = useNames();
  const [query, setQuery] = useState('');
  const [hasJoined, setJoined] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => setFailure(notice ?? null), [notice]);
  const lists = useHome(page?.page);
  const search = useFound(query, (typed) => find(reading, typed, { limit: MOST_FOUND }));
  useCountSaid(search?.found);

  const isAtRest = query.trim() === '';
  const isOfInvite = inviteOn(page) !== null;
  const isInvited = isOfInvite && !hasJoined;
  const groups = groupsFor(search?.found ?? null, isInvited ? undefined : lists);
  const rows = groups.flatMap((group) => group.items);
  const pick = async (record: Shown, by: PickBy) => {
    const { team, id } = record;
    if (by === 'panel')
      return page && showPanel(page.windowId, () => leaveIntent({ intent: 'record', team, id, note: false }));
    if (by === 'copy') return copy(record, names.author(record));
    const gone = await ask('goTo', { team, id });
    return gone.ok ? window.close() : setFailure(gone.failure);
  };
  const keyOf = ({ record }: Row) => `${record.team} ${record.id}`;
  const state = useFinder(rows, {
    list: search?.typed ?? '',
    keyOf,
    act: (row, by) => void pick(row.record, by),
    onEscape: () => window.close(),
    isPending: isBehind(query, search),
  });
  const finder = {
    query,
    onQuery: setQuery,
    groups,
    state,
    placeholder: text('popupSearch'),
    keyOf,
    onPick: ({ record }: Row) => void pick(record, 'open'),
    draw: ({ record, words }: Row) => (
      <ResultRow
        record={record}
        created={record.created}
        author={names.author(record)}
        team={names.team(record.team)}
        words={words}
        here={page !== null && record.page !== '' && record.page === page.page}
      />
    ),
  };

  return (
    <main class={classes('home', (rows.length > 0 || query !== '') && 'full')}>
      <h1 class="hidden-visually">{text('extensionName')}</h1>
      <FinderField {...finder} autoFocus />
      {failure && <Said failure={failure} page={page} onFailure={setFailure} />}
      {search?.found.problem && <p class="home-problem">{failureText(search.found.problem)}</p>}
      {isAtRest && page && <JoinOffer page={page} onJoined={() => setJoined(true)} />}
      {isAtRest && !isOfInvite && <PageStrip page={page} onFailure={setFailure} />}
      <div class="home-rows">
        {search?.found.hits.length === 0 && <NothingFound words={search.typed} page={page} go={go} />}
        {!search && !isInvited && lists && rows.length === 0 && <HomeEmpty page={page} />}
        <FinderList {...finder} />
      </div>
      <Foot page={page} go={go} />
    </main>
  );
}

async function copy(record: Shown, author: string): Promise<void> {
  await navigator.clipboard.writeText(cardAsMarkdown(record, author));
  announce(text('uiCopied'));
}
