import { useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { systemClock } from '../../kit/clock.ts';
import { live } from '../../store/live.ts';
import { namesByAuthor, teamsJoined } from '../../store/read.ts';
import { remove } from '../../store/remove.ts';
import type { RecordKey } from '../../store/rows.ts';
import { waitingToSend } from '../../store/waiting.ts';
import { announce } from '../../ui/announcer.tsx';
import { text } from '../../ui/text.ts';
import { useLive } from '../../ui/use-live.ts';
import { type Desk, useStore } from './desk.ts';
import type { View } from './view.ts';

/** How long a deletion can be undone. */
export const UNDO_MS = 60_000;

/** The desk, live, and what was removed last. */
export function useNewDesk(go: (view: View) => void): { desk: Desk; removed: RecordKey[]; forget: () => void } {
  const store = useStore();
  const { relaxed } = store;
  const [removed, setRemoved] = useState<RecordKey[]>([]);
  const known = useLive(
    () => live(() => Promise.all([namesByAuthor(relaxed), teamsJoined(relaxed), waitingToSend(relaxed)])),
    [],
  );
  const [names, teams, waiting] = known ?? [new Map<string, string>(), [], []];
  const nameOf = (author: string) => names.get(author) ?? text('uiSomeone');
  const desk: Desk = {
    teams,
    nameOf,
    author: (record) => (record.isMine ? text('uiYou') : nameOf(record.author)),
    team: (id) => teams.find((team) => team.id === id)?.name ?? '',
    isWaiting: (record) => waiting.some(([team, id]) => team === record.team && id === record.id),
    go,
    remove: async (keys) => {
      const result = await remove(store, keys, UNDO_MS, systemClock);
      if (!result.ok) return;
      setRemoved(result.value);
      announce(text('panelRemoved'));
      void ask('refresh', {});
    },
  };
  return { desk, removed, forget: () => setRemoved([]) };
}
