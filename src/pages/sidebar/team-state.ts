import type { TeamRow } from '../../store/rows.ts';

/** How things stand with a team: up to date · not reached · something to do. */
export type TeamState = 'synced' | 'joining' | 'offline' | 'problem';

/** Codes that pass by themselves once there is a network. */
const PASSING = new Set(['unreachable', 'offline']);

export function teamState(team: Pick<TeamRow, 'problem' | 'syncedAt'>, isOnline: boolean): TeamState {
  if (!isOnline || (team.problem && PASSING.has(team.problem.code))) return 'offline';
  if (team.problem) return 'problem';
  return team.syncedAt > 0 ? 'synced' : 'joining';
}
