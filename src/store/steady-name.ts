import type { Shown } from './show.ts';

export type Named = Pick<Shown, 'team' | 'id' | 'isMine'>;

/**
 * Names a record in a list that is drawn, the same whatever becomes of it: one's own moves from team to team as it is shared and taken
 * back. Of others' each team may have one under the same id.
 */
export const steadyName = ({ team, id, isMine }: Named): string => (isMine ? id : `${team} ${id}`);
