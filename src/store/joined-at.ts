import { isOver } from './ended.ts';
import type { TeamRow } from './rows.ts';

/**
 * The team of this server that one is in. A second membership would be a second person for the colleagues; who lost the
 * membership may join again.
 */
export const joinedAt = <T extends Pick<TeamRow, 'server' | 'problem'>>(teams: T[], server: string): T | undefined =>
  teams.find((team) => team.server === server && !isOver(team.problem?.code));
