import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { cardAsMarkdown } from '../../exchange/markdown-card.ts';
import { plainWords } from '../../search/asked/plain-words.ts';
import { complete } from '../../store/complete.ts';
import { find, type Hit } from '../../store/find.ts';
import { STAMP } from '../../store/index-stamp.ts';
import { live } from '../../store/live.ts';
import { nameMarks } from '../../store/name-marks.ts';
import { narrowings } from '../../store/narrowings.ts';
import { quickAsked } from '../../store/quick-asked.ts';
import { quickStanding } from '../../store/quick-standing.ts';
import { quickStates } from '../../store/quick-states.ts';
import { backToField } from '../../ui/back-to-field.ts';
import { Completions } from '../../ui/completions.tsx';
import { Copied, useCopy } from '../../ui/copied.tsx';
import { FinderField } from '../../ui/finder.tsx';
import { FinderList } from '../../ui/finder-list.tsx';
import { foundGroups } from '../../ui/found-groups.ts';
import { FoundSaid } from '../../ui/found-said.tsx';
import { MoreFound } from '../../ui/more-found.tsx';
import { NewsBar } from '../../ui/news-bar.tsx';
import { ResultRow } from '../../ui/result-row.tsx';
import { signedBy } from '../../ui/signed-by.ts';
import { stateWord } from '../../ui/state-word.ts';
import { text } from '../../ui/text.ts';
import { useCountSaid } from '../../ui/use-count-said.ts';
import { type PickBy, useFinder } from '../../ui/use-finder.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLookedUp } from '../../ui/use-looked-up.ts';
import { useSearching } from '../../ui/use-searching.ts';
import { useDesk, useStore } from './desk.ts';
import { FilterChips } from './filter/filter-chips.tsx';
import { filtersFor } from './filter/filters.ts';

const MOST_COMPLETIONS = 7;

const keyOf = ({ record }: Pick<Hit, 'record'>) => `${record.team} ${record.id}`;

const recordsOf = (hits: Hit[]) => hits.map(({ record }) => record);

interface SearchProps {
  query: string;
  onQuery: (query: string) => void;
  /** So many letters are seen in a line of a row. */
  letters: number;
  /** A card, or a form, stands below it. */
  isLeft: boolean;
}

/** The search of the panel: Enter shows the card here, Mod+Enter opens its page, Mod+C copies, Esc clears. */
export function useSearch({ query, onQuery, letters, isLeft }: SearchProps) {
  const { relaxed } = useStore();
  const desk = useDesk();
  const changes = useLive(() => live(async () => (await relaxed.meta.get(STAMP))?.value ?? ''), []);
  const search = useSearching<Hit>(query, {
    find: (typed, limit, signal) => find(relaxed, typed, { limit, signal }),
    complete: (typed) => complete(relaxed, typed, MOST_COMPLETIONS),
    keyOf,
    isWhole: (hit) => hit.isWhole,
    standing: (hits, latest) => quickStanding(relaxed, hits, latest),
    changes,
  });
  const { found } = search;
  const settled = search.isPending ? undefined : found?.hits;
  const states = useLookedUp(settled, (some) => quickStates(relaxed, recordsOf(some)), changes);
  const asked = useLookedUp(settled, (some) => quickAsked(relaxed, recordsOf(some)), changes);
  const { copied, copy } = useCopy();
  const words = plainWords(search.typed);
  useCountSaid(search, words);
  useEffect(() => {
    if (desk.undone > 0) search.letIn();
  }, [desk.undone]);
  const groups = useMemo(() => (found ? foundGroups(found) : []), [found]);
  // As they are drawn: what came since and is shown with more stands above what has some of the words only.
  const hits = groups.flatMap(({ items }) => items);
  const pick = async ({ record }: Hit, by: PickBy) => {
    const { team, id } = record;
    if (by === 'copy') {
      const question = (await quickAsked(relaxed, [record])).get(keyOf({ record }));
      return copy(cardAsMarkdown(record, signedBy(record, desk), question));
    }
    // An answer stands where its question does; what stands on no page is shown here.
    const placed = record.kind === 'answer' ? record.body.question : id;
    if (by === 'panel' && (await ask('goTo', { team, id: placed })).ok) return;
    desk.go({ view: 'one', key: [team, id], note: false });
  };
  const state = useFinder(hits, {
    list: search.typed,
    isLeft,
    keyOf,
    act: (hit, by) => void pick(hit, by),
    onEscape: () => onQuery(''),
    isPending: search.isPending,
  });
  const marksIn = useMemo(() => nameMarks(found?.called), [found]);
  const laterOf = (hit: Hit) => {
    const [author, key] = [desk.author(hit.record), keyOf(hit)];
    const authorMarks = hit.record.isMine ? undefined : marksIn(author);
    return [author, authorMarks, desk.team, states.get(key), asked.get(key), letters] as const;
  };
  const finder = {
    query,
    onQuery,
    state,
    groups,
    placeholder: text('popupSearch'),
    keyOf,
    onPick: (hit: Hit) => void pick(hit, 'open'),
    laterOf,
    draw: (hit: Hit) => {
      const { record, marks } = hit;
      const [author, authorMarks, team, state, question] = laterOf(hit);
      return (
        <ResultRow
          record={record}
          created={record.created}
          author={author}
          authorMarks={authorMarks}
          team={team(record.team)}
          isShared={record.team !== ''}
          marks={marks}
          state={stateWord(state)}
          asked={question ?? null}
          letters={letters}
        />
      );
    },
  };
  return { finder, ...search, words, copied, isEmpty: found?.hits.length === 0 };
}

type Search = ReturnType<typeof useSearch>;

interface SearchFieldProps {
  search: Search;
  isOpen: boolean;
  /** Of the page in view. */
  site: string;
  /** Beside the field. */
  children: ComponentChildren;
}

/** The field, what it may be completed to, and the filters while it is in use. Tab leads from one to the next, so the completions come first. */
export function SearchField({ search, isOpen, site, children }: SearchFieldProps) {
  const { query, onQuery } = search.finder;
  const filters = filtersFor(site, useDesk().teams.length > 0);
  return (
    <>
      <FinderField {...search.finder} />
      {search.found && <Completions texts={search.found.completions} onPick={onQuery} />}
      {children}
      {isOpen && <FilterChips query={query} filters={filters} onQuery={onQuery} />}
    </>
  );
}

/** What was found, and the way on where nothing was. */
export function Results({ search }: { search: Search }) {
  const desk = useDesk();
  const { typed, words, found } = search;
  const { onQuery } = search.finder;
  const letIn = () => {
    search.letIn();
    backToField();
  };
  return (
    <>
      <NewsBar number={search.late} onLetIn={letIn} />
      <FinderList {...search.finder} />
      <Copied copied={search.copied} />
      <MoreFound search={search} onMore={search.finder.state.goOn} narrowings={narrowings(typed)} onNarrow={onQuery} />
      {found && (
        <FoundSaid {...{ typed, words, found }} onAsk={() => desk.go({ view: 'ask', words })} onSearch={onQuery} />
      )}
    </>
  );
}
