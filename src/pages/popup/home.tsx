import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { sourceOf } from '../../domain/headline.ts';
import type { Failure } from '../../kit/result.ts';
import { plainWords } from '../../search/asked/plain-words.ts';
import type { Shown } from '../../store/read.ts';
import { backToField } from '../../ui/back-to-field.ts';
import { Completions } from '../../ui/completions.tsx';
import { Copied, useCopy } from '../../ui/copied.tsx';
import { FinderField } from '../../ui/finder.tsx';
import { FinderList } from '../../ui/finder-list.tsx';
import { FoundSaid } from '../../ui/found-said.tsx';
import { MadeReady } from '../../ui/made-ready.tsx';
import { MoreFound } from '../../ui/more-found.tsx';
import { NewsBar } from '../../ui/news-bar.tsx';
import { text } from '../../ui/text.ts';
import { useCountSaid } from '../../ui/use-count-said.ts';
import { type PickBy, useFinder } from '../../ui/use-finder.ts';
import { useDesk, useLater, useNames } from './desk.ts';
import { LIST } from './first-rows.tsx';
import { Foot } from './foot.tsx';
import { type Group, groupsFor } from './groups.ts';
import { HomeEmpty } from './home-empty.tsx';
import { authorMarks, HomeRow } from './home-row.tsx';
import { inviteOn } from './invite-on.ts';
import type { PageInView } from './page-in-view.ts';
import { PageStrip } from './page-strip.tsx';
import { Said } from './said.tsx';
import { beginHandOver, endHandOver, showFor } from './show-panel.ts';
import { typedSoFar } from './typed-so-far.ts';
import { useHome, useHomeStates } from './use-home.ts';
import { keyOf, useSearch } from './use-search.ts';
import type { View } from './view.ts';

type Row = Group['items'][number];

/** So many rows begin in the popup's height, where all are short and no site has its switch below them. */
const SEEN = 7;

interface HomeProps {
  page: PageInView | null;
  notice?: Failure | undefined;
  go: (view: View) => void;
}

/** The popup as it opens: search on top, what can be done here, then what is here and what is recent. */
export function Home({ page, notice, go }: HomeProps) {
  const desk = useDesk();
  const [query, setQuery] = useState(typedSoFar);
  const [hasJoined, setJoined] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => setFailure(notice ?? null), [notice]);
  const isOfInvite = inviteOn(page) !== null;
  const [isDrawn, setDrawn] = useState(false);
  const later = useLater(isDrawn || isOfInvite);
  const names = useNames(later);
  const isAtRest = query.trim() === '';
  const home = useHome(page?.page, later, isAtRest);
  const { lists } = home;
  const search = useSearch(query, later);
  const { found, asked } = search;
  const atRest = useHomeStates(lists);
  const states = found ? search.states : atRest;
  const words = plainWords(search.typed);
  useCountSaid(search, words);

  const isInvited = isOfInvite && !hasJoined;
  const isAnswered = isAtRest ? lists !== undefined : found !== null && !search.isPending;
  useEffect(() => setDrawn((was) => was || isAnswered), [isAnswered]);
  // Who types at once waits for what is found, not for what would stand there at rest.
  const hasRested = useRef(false);
  hasRested.current ||= isAtRest && lists !== undefined;
  const shown = isInvited || !hasRested.current ? undefined : lists;
  const groups = useMemo(() => groupsFor(found, shown), [found, shown]);
  const rows = groups.flatMap((group) => group.items);
  const pick = async (record: Shown, by: PickBy) => {
    const { team, id } = record;
    if (by === 'copy') {
      const { cardAsMarkdown, quickAsked, signedBy } = await desk.later();
      const question = (await quickAsked(desk.reading, [record])).get(keyOf({ record }));
      return copy(cardAsMarkdown(record, signedBy(record, names), question));
    }
    // What has no page of its own, as an answer, stands in the panel, and here where there is none.
    if (by === 'panel' || sourceOf(record).href === '')
      return showFor({ intent: 'record', team, id, note: false }, page, go);
    const gone = await ask('goTo', { team, id });
    return gone.ok ? window.close() : setFailure(gone.failure);
  };
  const { copied, copy } = useCopy();
  const state = useFinder(rows, {
    list: search.typed,
    listId: LIST,
    keyOf,
    act: (row, by) => void pick(row.record, by),
    onEscape: () => window.close(),
    isPending: search.isPending,
    onWait: (by) => (by === 'panel' ? page && beginHandOver(page.windowId) : endHandOver()),
  });
  const letIn = () => {
    (found ? search : home).letIn();
    backToField();
  };
  // In the panel, and here where there is none.
  const askIt = () => void showFor({ intent: 'ask-words', words }, page, go);
  const marksIn = useMemo(() => authorMarks(names, found), [names, found]);
  const laterOf = (row: Row) =>
    [names, page, states.get(keyOf(row)), asked.get(keyOf(row)), marksIn(row.record)] as const;
  const finder = {
    query,
    onQuery: setQuery,
    groups,
    seen: SEEN,
    state,
    placeholder: text('popupSearch'),
    keyOf,
    onPick: ({ record }: Row) => void pick(record, 'open'),
    draw: (row: Row) => {
      const [, , state, question, marks] = laterOf(row);
      return <HomeRow {...row} names={names} authorMarks={marks} page={page} state={state} asked={question} />;
    },
    laterOf,
  };

  const foot = useMemo(() => <Foot page={page} later={later} go={go} />, [page, later, go]);

  return (
    <main class="home">
      <h1 class="hidden-visually">{text('extensionName')}</h1>
      <FinderField {...finder} autoFocus />
      {found && <Completions texts={found.completions} onPick={setQuery} />}
      {failure && <Said failure={failure} page={page} onFailure={setFailure} />}
      {isAtRest && isOfInvite && page && later && (
        <later.JoinOffer page={page} names={names} onJoined={() => setJoined(true)} />
      )}
      {isAtRest && !isOfInvite && <PageStrip page={page} onFailure={setFailure} />}
      {/* Rows take no focus, as their field has it: what scrolls them does, where no button among them can. */}
      <section class="home-rows" aria-label={text('uiFound')} tabIndex={rows.length > 0 && !search.more ? 0 : -1}>
        {isAtRest && !isInvited && lists && rows.length === 0 && <HomeEmpty page={page} />}
        <NewsBar number={found ? search.late : rows.length > 0 ? home.news : 0} onLetIn={letIn} />
        <FinderList {...finder} />
        <Copied copied={copied} />
        <MoreFound
          search={search}
          onMore={state.goOn}
          narrowings={later?.narrowings(search.typed) ?? []}
          onNarrow={setQuery}
        />
        {found && <FoundSaid {...{ typed: search.typed, words, found }} onAsk={askIt} onSearch={setQuery} />}
        <MadeReady open={() => desk.reading.open()} />
      </section>
      {foot}
    </main>
  );
}
