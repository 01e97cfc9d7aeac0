import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Told } from '../domain/found-said.ts';
import { asTyped } from './as-typed.ts';
import { type FoundFor, isBehind, useFound } from './use-found.ts';
import { useLate } from './use-late.ts';
import { asNow, below, type Since, type Stands, whatBecame } from './what-stays.ts';

/** What a search gives, as far as lists of results care. */
export interface Finding<Hit> extends Told {
  hits: Hit[];
  /** The total is about so. */
  isAbout?: true;
  /** What of it was looked for in the names of those who wrote. */
  called?: { word: string; isOpen: boolean }[];
  /** Where nothing was found: what was typed without what is the problem. */
  rest?: string;
}

export interface SearchingOptions<Hit> extends Stands<Hit> {
  /** Told by its signal where it is overtaken. */
  find: (typed: string, limit: number, signal?: AbortSignal) => Promise<Finding<Hit>>;
  /** Whole texts with the operator that is being typed finished. */
  complete: (typed: string) => Promise<string[]>;
  /** Another value whenever something may have changed; undefined until that is known. */
  changes: unknown;
  /** What was found before anything was drawn. */
  first?: FoundFor<Answer<Hit>>;
}

export type Answer<Hit> = Finding<Hit> & {
  completions: string[];
  /** So many have come since what stands there was found, and would stand above it. */
  waiting?: number;
  /** What `changes` was when it was searched for, and for how many. */
  asOf?: unknown;
  limit?: number;
};

/** What stands below a search field while something is typed. */
export interface Searching<Hit> {
  /** What it is the answer to; '' where it is none. */
  typed: string;
  found: Answer<Hit> | null;
  /** The answer is to what was typed before. */
  isPending: boolean;
  /** How many have come since. */
  late: number;
  letIn: () => void;
  /** Shows more of them; null where these are all. */
  more: (() => void) | null;
  /** There are more, and no more can be shown. */
  isMost: boolean;
}

/** How much is wanted of a search. */
interface Wish<Hit> {
  typed: string;
  limit: number;
  /** Counts how often it was to be put in order anew. */
  turn: number;
  /** What stood there when more was asked for. */
  stays: Hit[];
}

/** Rows that are read at first. */
export const FIRST = 10;
/** By how many more that is made. */
const MORE = 50;
const MOST = 220;

/**
 * The search of the popup and of the panel: results with each letter, more of them on demand, none put in by itself. What is
 * deleted or taken back goes at once, and what is edited says its new words where it stands.
 */
export function useSearching<Hit>(
  query: string,
  { find, complete, changes, first, ...stands }: SearchingOptions<Hit>,
): Searching<Hit> {
  const typed = asTyped(query);
  const [wish, setWish] = useState<Wish<Hit>>({ typed, limit: FIRST, turn: 0, stays: [] });
  const { limit, stays } = wish.typed === typed ? wish : { limit: FIRST, stays: [] };
  const latest = useRef(changes);
  latest.current = changes;
  const search = async (words: string, signal: AbortSignal): Promise<Answer<Hit>> => {
    const asOf = latest.current;
    try {
      const [found, completions] = await Promise.all([find(words, limit, signal), complete(words)]);
      return { ...found, ...(await below(stays, found.hits, stands)), completions, asOf, limit };
    } catch (error) {
      if (signal.aborted) throw error;
      reportError(error);
      return { hits: [], total: 0, whole: 0, problem: { code: 'not-searched' }, completions: [] };
    }
  };
  const answer = useFound(query, search, `${limit} ${wish.turn}`, first);
  const since = useLate<Answer<Hit>, Since<Hit>>(answer, changes, async ({ typed: words, found }, before) => {
    // For as many as it was: more may be on their way, and what is below it is no news.
    const { limit: most = FIRST } = found;
    return whatBecame(found.hits, before, (await find(words, most)).hits, most, stands);
  });
  const now = since?.now ?? answer?.found.hits ?? [];
  // The same as long as nothing became of them: it is drawn, and looked up, by what was found.
  const left = useMemo(() => answer && asNow(answer.found, now, stands), [answer, ...now]);
  // One letter begins nothing that could be looked up: what stood there before says more than an empty list.
  const isTooShort =
    answer?.found.hits.length === 0 && !answer.found.problem && /^\p{Script=Latin}$/u.test(answer.typed);
  const found = isTooShort ? null : left;
  const letIn = () => setWish({ typed, limit, turn: wish.turn + 1, stays: [] });
  const isAlone = found?.hits.length === 0 && found.total + (since?.number ?? 0) > 0;
  // Where nothing stands nothing moves for what comes, or was below what is gone.
  useEffect(() => {
    if (isAlone) letIn();
  }, [isAlone]);
  // What stood there says nothing any more as soon as it is left: come back to, it may have been written anew.
  const isLeft = stays.length === 0 && wish.stays.length > 0;
  useEffect(() => {
    if (isLeft) setWish({ ...wish, stays: [] });
  }, [isLeft]);
  const waiting = found?.waiting ?? 0;
  const hasMore = found !== null && found.total > found.hits.length + waiting;
  return {
    typed: found ? (answer?.typed ?? '') : '',
    found,
    isPending: isBehind(query, answer),
    late: since?.number ?? waiting,
    letIn,
    isMost: hasMore && limit >= MOST,
    more:
      hasMore && limit < MOST
        ? () =>
            setWish({ typed, limit: limit + MORE, turn: wish.turn, stays: answer?.typed === typed ? found.hits : [] })
        : null,
  };
}
