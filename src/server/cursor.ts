import { epochChanged, notValid } from './problem.ts';
import type { Team } from './shelf/shelf.ts';

/** Seq of a cursor `EPOCH.SEQ`, 0 for none. A cursor of another epoch, or of a future that was lost, starts over. */
export function readCursor(text: string | undefined, team: Team): number {
  if (text === undefined || text === '') return 0;
  const [, epoch, seq] = /^([\w-]{1,64})\.(\d{1,15})$/.exec(text) ?? [];
  if (epoch === undefined || seq === undefined) throw notValid('This is not a cursor.');
  if (epoch !== team.epoch || Number(seq) > team.seq) throw epochChanged();
  return Number(seq);
}
