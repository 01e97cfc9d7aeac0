import { useMemo, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { systemClock } from '../../kit/clock.ts';
import type { Result } from '../../kit/result.ts';
import type { Db, Store } from '../../store/db.ts';
import { live } from '../../store/live.ts';
import { namesByAuthor, teamsJoined } from '../../store/read.ts';
import { remove, restore } from '../../store/remove.ts';
import type { RecordKey, TeamRow } from '../../store/rows.ts';
import { waitingToSend } from '../../store/waiting.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayOnce } from '../../ui/say-once.ts';
import { text } from '../../ui/text.ts';
import { useLive } from '../../ui/use-live.ts';
import { type Desk, type Undoable, useStore } from './desk.ts';
import type { Views } from './use-view.ts';

/** How long a deletion can be undone. */
export const UNDO_MS = 60_000;

/** The desk, live, the same as long as the same is known, and what was done last that can be undone. */
export function useNewDesk({ go, back, finish }: Views): { desk: Desk; undoable: Undoable | null; forget: () => void } {
  const store = useStore();
  const { relaxed } = store;
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [names, teams] = useLive(() => live(sayOnce(() => readNames(relaxed), namesSaid)), []) ?? NOBODY;
  const waiting =
    useLive(
      () =>
        live(
          sayOnce(
            () => waitingToSend(relaxed),
            (keys) => keys,
          ),
        ),
      [],
    ) ?? NOTHING;
  const [undone, setUndone] = useState(0);
  const people = useMemo(() => namesOf(names, teams), [names, teams]);
  const desk = useMemo(() => {
    const offer = (done: Undoable) => {
      const undo = async () => {
        const result = await done.undo();
        setUndone((before) => before + 1);
        return result;
      };
      setUndoable({ ...done, undo });
      announce(done.said);
    };
    return { ...people, ...createDesk(store, waiting, offer), go, back, finish, undone };
  }, [store, people, waiting, go, back, finish, undone]);
  return { desk, undoable, forget: () => setUndoable(null) };
}

type Names = [names: Map<string, string>, teams: TeamRow[]];

const NOBODY: Names = [new Map(), []];
const NOTHING: RecordKey[] = [];

const readNames = (db: Db): Promise<Names> => Promise.all([namesByAuthor(db), teamsJoined(db)]);

/** How far a team is synced is another with each batch that comes in, and no card tells it. */
const namesSaid = ([names, teams]: Names): unknown => [
  [...names],
  teams.map(({ id, name, server, member }) => [id, name, server, member]),
];

function namesOf(names: Names[0], teams: TeamRow[]): Pick<Desk, 'teams' | 'nameOf' | 'author' | 'team'> {
  const nameOf = (author: string) => names.get(author) ?? text('uiSomeone');
  return {
    teams,
    nameOf,
    author: (record) => (record.isMine ? text('uiYou') : nameOf(record.author)),
    team: (id) => teams.find((team) => team.id === id)?.name ?? '',
  };
}

/** What can be done at the desk, apart from what belongs to the view. */
function createDesk(
  store: Store,
  waiting: RecordKey[],
  offerUndo: Desk['offerUndo'],
): Pick<Desk, 'isWaiting' | 'remove' | 'offerUndo'> {
  return {
    isWaiting: (record) => waiting.some(([team, id]) => team === record.team && id === record.id),
    remove: async (keys) => {
      const result = await remove(store, keys, UNDO_MS, systemClock);
      if (!result.ok) return;
      offerUndo({ said: text('panelRemoved'), undo: () => haveBack(store, result.value) });
      void ask('refresh', {});
    },
    offerUndo,
  };
}

async function haveBack(store: Store, removed: RecordKey[]): Promise<Result<unknown>> {
  const result = await restore(store, removed);
  await ask('refresh', {});
  return result;
}
