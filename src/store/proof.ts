import { countIn, emptyTally, writeTally } from '../domain/tally.ts';
import type { Db, Store } from './db.ts';
import { rowsOfTeam } from './record-at.ts';
import type { TeamRow } from './rows.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * The tally over what is held of a team, to be compared with the server's. Null where the two cannot be the same: something
 * waits to be pushed, or was refused, or stands here in a version that the server lost.
 */
export async function tallyOfTeam(db: Db, teamId: string): Promise<string | null> {
  if ((await db.outbox.where('team').equals(teamId).count()) > 0) return null;
  const tally = emptyTally();
  for (let last = ''; ; ) {
    const rows = await rowsOfTeam(db, teamId, last).limit(ROWS_AT_ONCE).toArray();
    if (rows.some(({ refused, onlyHere }) => refused || onlyHere === 'version')) return null;
    for (const row of rows) if (!row.onlyHere) countIn(tally, row);
    last = rows.at(-1)?.id ?? '';
    if (rows.length < ROWS_AT_ONCE) return writeTally(tally);
  }
}

/** Notes how the proof stands; `undefined`: everything is here. */
export async function noteProof(store: Store, teamId: string, proof: TeamRow['proof']): Promise<void> {
  await store.relaxed.teams
    .where('id')
    .equals(teamId)
    .modify((team) => {
      if (proof) team.proof = proof;
      else delete team.proof;
      if (proof !== 'again') delete team.isRestored;
    });
}
