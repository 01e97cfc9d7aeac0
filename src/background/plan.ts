import { repeatAlarm, setAlarm } from '../browser/alarms.ts';
import { teamsJoined } from '../store/read.ts';
import { nextRemoval } from '../store/remove.ts';
import type { World } from './world.ts';

export const SYNC = 'sync';
export const REMOVALS = 'removals';
const SYNC_MINUTES = 1;

/** Sets what is to wake us: each minute with a team, at the end of the next undo, otherwise nothing. */
export async function planAlarms({ store }: World): Promise<void> {
  const teams = await teamsJoined(store.relaxed);
  await repeatAlarm(SYNC, teams.length > 0 ? SYNC_MINUTES : null);
  const removal = await nextRemoval(store.relaxed);
  if (removal !== null) setAlarm(REMOVALS, removal);
}
