import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Store } from '../../store/db.ts';
import { live } from '../../store/live.ts';
import { namesByAuthor, type Shown, teamsJoined } from '../../store/read.ts';
import type { TeamRow } from '../../store/rows.ts';
import { text } from '../../ui/text.ts';
import { useLive } from '../../ui/use-live.ts';

export const StoreContext = createContext<Store | null>(null);

/** The database that this page reads and writes. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The popup is drawn without its store.');
  return store;
}

/** Names of people and teams, as the person knows them. */
export interface Names {
  teams: TeamRow[];
  author: (record: Shown) => string;
  team: (id: string) => string;
}

export function useNames(): Names {
  const { relaxed } = useStore();
  const known = useLive(() => live(() => Promise.all([namesByAuthor(relaxed), teamsJoined(relaxed)])), []);
  const [names, teams] = known ?? [new Map<string, string>(), []];
  return {
    teams,
    author: (record) => (record.isMine ? text('uiYou') : (names.get(record.author) ?? text('uiSomeone'))),
    team: (id) => teams.find((team) => team.id === id)?.name ?? '',
  };
}
