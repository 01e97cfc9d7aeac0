import { cursorTooOld, epochChanged, notValid } from './problem.ts';
import type { Team } from './shelf/shelf.ts';

/**
 * Seq of a cursor `EPOCH.SEQ`, 0 for none. A cursor of another epoch, or of a future that was lost, starts over; one from
 * before the floor must sweep first, unless the deletions up to there are known (`swept`).
 */
export function readCursor(text: string | undefined, team: Team, swept: number | undefined): number {
  const isSwept = swept !== undefined && swept >= team.floor;
  if (text === undefined || text === '') {
    if (swept !== undefined && !isSwept) throw cursorTooOld();
    return 0;
  }
  const [, epoch, seq] = /^([\w-]{1,64})\.(\d{1,15})$/.exec(text) ?? [];
  if (epoch === undefined || seq === undefined) throw notValid('This is not a cursor.');
  if (epoch !== team.epoch || Number(seq) > team.seq) throw epochChanged();
  if (Number(seq) < team.floor && !isSwept) throw cursorTooOld();
  return Number(seq);
}
