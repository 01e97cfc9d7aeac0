import { complete } from '../../store/complete.ts';
import { find, type Hit } from '../../store/find.ts';
import { quickStates, type RecordState } from '../../store/quick-states.ts';
import { useLive } from '../../ui/use-live.ts';
import { type Searching, useSearching } from '../../ui/use-searching.ts';
import { never, useDesk, useLater } from './desk.ts';

/** One result, with how it stands. */
export interface Found extends Hit {
  state: RecordState | undefined;
}

const MOST_COMPLETIONS = 6;

/** The search of the popup; past Dexie, so that it answers before that is loaded. */
export function useSearch(query: string): Searching<Found> {
  const { reading } = useDesk();
  const later = useLater(query !== '');
  const changes = useLive(() => later?.liveChanges(later.store) ?? never, [later]);
  return useSearching<Found>(query, {
    async find(typed, limit) {
      const found = await find(reading, typed, { limit });
      const states = await quickStates(
        reading,
        found.hits.map(({ record }) => record),
      );
      return { ...found, hits: found.hits.map((hit) => ({ ...hit, state: states.get(keyOf(hit)) })) };
    },
    complete: (typed) => complete(reading, typed, MOST_COMPLETIONS),
    keyOf,
    changes,
  });
}

export const keyOf = ({ record }: { record: { team: string; id: string } }): string => `${record.team} ${record.id}`;
