import { useState } from 'preact/hooks';
import { complete } from '../../store/complete.ts';
import { find, type Hit } from '../../store/find.ts';
import { quickStanding } from '../../store/quick-standing.ts';
import { quickStates, type RecordState } from '../../store/quick-states.ts';
import type { Shown } from '../../store/show.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLookedUp } from '../../ui/use-looked-up.ts';
import { type Searching, useSearching } from '../../ui/use-searching.ts';
import { type Later, never, useDesk } from './desk.ts';
import { begunOr, begun as opened } from './opening.ts';

/** All that `is:` may become; they fill two rows. */
export const MOST_COMPLETIONS = 7;

/** What was found, with how it stands, by key. */
export interface Search extends Searching<Hit> {
  states: ReadonlyMap<string, RecordState>;
  /** The questions of what answers one. */
  asked: ReadonlyMap<string, Shown<'question'>>;
}

/** The search of the popup; past Dexie, so that it answers before that is loaded. */
export function useSearch(query: string, later: Later | null): Search {
  const { reading, begun } = useDesk();
  // How all stood as it opened: what comes in before anything here is live is told, too.
  const [stamp] = useState(() => opened()?.seen.stamp);
  const changes = useLive(() => later?.liveChanges(later.store) ?? never, [later], stamp);
  const isBegun = (typed: string, limit: number) =>
    begun?.typed === typed && begun.limit === limit && changes === stamp;
  const search = useSearching<Hit>(query, {
    ...(begun?.seen ? { first: { typed: begun.typed, found: begun.seen } } : {}),
    find: (typed, limit, signal) =>
      begunOr(isBegun(typed, limit) ? begun?.answer : undefined, () => find(reading, typed, { limit, signal })),
    complete: (typed) => complete(reading, typed, MOST_COMPLETIONS),
    keyOf,
    isWhole: (hit) => hit.isWhole,
    standing: (hits, latest) => quickStanding(reading, hits, latest),
    changes,
  });
  const readStates = (hits: Hit[]) => quickStates(reading, recordsOf(hits));
  const hits = search.isPending ? undefined : search.found?.hits;
  const asked = useLookedUp(
    later ? hits : undefined,
    async (some) => later?.quickAsked(reading, recordsOf(some)) ?? NONE,
    changes,
  );
  return { ...search, states: useLookedUp(hits, readStates, changes), asked };
}

const NONE = new Map<string, never>();

const recordsOf = (hits: Hit[]) => hits.map(({ record }) => record);

export const keyOf = ({ record }: { record: { team: string; id: string } }): string => `${record.team} ${record.id}`;
