import { ask } from '../../browser/ask.ts';
import { cardAsMarkdown } from '../../exchange/markdown-card.ts';
import { find, type Hit } from '../../store/find.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { failureText } from '../../ui/failure.ts';
import { FinderField, FinderList } from '../../ui/finder.tsx';
import { foundGroups } from '../../ui/found-groups.ts';
import { ResultRow } from '../../ui/result-row.tsx';
import { text } from '../../ui/text.ts';
import { useCountSaid } from '../../ui/use-count-said.ts';
import { type PickBy, useFinder } from '../../ui/use-finder.ts';
import { isBehind, useFound } from '../../ui/use-found.ts';
import { useDesk, useStore } from './desk.ts';

const MOST_FOUND = 50;

interface SearchProps {
  query: string;
  onQuery: (query: string) => void;
}

/** The search of the panel: Enter shows the card here, Mod+Enter opens its page, Mod+C copies, Esc clears. */
export function useSearch({ query, onQuery }: SearchProps) {
  const { relaxed } = useStore();
  const desk = useDesk();
  const search = useFound(query, (typed) => find(relaxed, typed, { limit: MOST_FOUND }));
  useCountSaid(search?.found);
  const hits = search?.found.hits ?? [];
  const pick = async ({ record }: Hit, by: PickBy) => {
    const { team, id } = record;
    if (by === 'copy') {
      await navigator.clipboard.writeText(cardAsMarkdown(record, desk.author(record)));
      return announce(text('uiCopied'));
    }
    if (by === 'panel') return void ask('goTo', { team, id });
    onQuery('');
    desk.go({ view: 'one', key: [team, id], note: false });
  };
  const keyOf = ({ record }: Hit) => `${record.team} ${record.id}`;
  const state = useFinder(hits, {
    list: search?.typed ?? '',
    keyOf,
    act: (hit, by) => void pick(hit, by),
    onEscape: () => onQuery(''),
    isPending: isBehind(query, search),
  });
  const finder = {
    query,
    onQuery,
    state,
    groups: search ? foundGroups(search.found) : [],
    placeholder: text('popupSearch'),
    keyOf,
    onPick: (hit: Hit) => void pick(hit, 'open'),
    draw: ({ record, words }: Hit) => (
      <ResultRow
        record={record}
        created={record.created}
        author={desk.author(record)}
        team={desk.team(record.team)}
        words={words}
      />
    ),
  };
  const problem = search?.found.problem;
  return { finder, problem, typed: search?.typed ?? '', isEmpty: search !== null && hits.length === 0 };
}

type Search = ReturnType<typeof useSearch>;

export const SearchField = ({ search }: { search: Search }) => <FinderField {...search.finder} />;

/** What was found, and the way on where nothing was. */
export function Results({ search }: { search: Search }) {
  const desk = useDesk();
  const askIt = () => {
    search.finder.onQuery('');
    desk.go({ view: 'ask', words: search.typed });
  };
  const action = (
    <Button icon="question" onClick={askIt}>
      {text('popupAskWords')}
    </Button>
  );
  return (
    <>
      {search.problem && <p class="list-hint">{failureText(search.problem)}</p>}
      {search.isEmpty && <Empty action={action}>{text('popupNothingFound', search.typed)}</Empty>}
      <FinderList {...search.finder} />
    </>
  );
}
