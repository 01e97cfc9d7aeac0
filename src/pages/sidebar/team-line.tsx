import { useEffect, useState } from 'preact/hooks';
import { openTab } from '../../browser/tabs.ts';
import { ownPage } from '../../browser/version.ts';
import { live } from '../../store/live.ts';
import { teamsJoined } from '../../store/read.ts';
import type { TeamRow } from '../../store/rows.ts';
import { IconButton } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useStore } from './desk.ts';
import './team-line.css';
import { teamState } from './team-state.ts';

const openOptions = (): void => void openTab(ownPage('options.html'));

/** At the foot of the panel: how things stand with each team, or that everything stays here; neither before it is known. */
export function TeamLine() {
  const { relaxed } = useStore();
  const teams = useLive(() => live(() => teamsJoined(relaxed)), []);
  const isOnline = useOnline();
  return (
    <footer class="team-line">
      <div>
        {teams?.length === 0 && (
          <p>
            {text('teamNone')}{' '}
            <button type="button" class="text-button" onClick={openOptions}>
              {text('teamJoinOne')}
            </button>
          </p>
        )}
        {teams?.map((team) => (
          <Team key={team.id} team={team} isOnline={isOnline} />
        ))}
      </div>
      <IconButton icon="settings" label={text('popupOptions')} onClick={openOptions} />
    </footer>
  );
}

function Team({ team, isOnline }: { team: TeamRow; isOnline: boolean }) {
  const state = teamState(team, isOnline);
  return (
    <p class={`team ${state}`}>
      <span class="team-dot" aria-hidden="true" />
      <bdi>{team.name}</bdi>
      <span>
        {state === 'synced' && <TimeAgo time={team.syncedAt} />}
        {state === 'joining' && text('teamJoining')}
        {state === 'offline' && text('teamOffline')}
        {state === 'problem' && team.problem && failureText(team.problem)}
      </span>
    </p>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    globalThis.addEventListener('online', look);
    globalThis.addEventListener('offline', look);
    return () => {
      globalThis.removeEventListener('online', look);
      globalThis.removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
