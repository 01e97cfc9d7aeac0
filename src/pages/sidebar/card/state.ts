import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';

/** Who has a record: only the person · a team · a team soon · nobody, for the server would not take it. */
export type SharingState = 'private' | 'waiting' | 'shared' | 'refused';

export function sharingState(record: Pick<Shown, 'team' | 'refused'>, isWaiting: boolean): SharingState {
  if (record.team === PRIVATE) return 'private';
  if (record.refused) return 'refused';
  return isWaiting ? 'waiting' : 'shared';
}
