import { fail, ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { noteProof, tallyOfTeam } from '../store/proof.ts';
import type { Pulled } from '../wire/sync.ts';

/**
 * After a first sync, and after starting over: whether what is kept here is what the server says it has. Where they cannot
 * be compared now (something waits to be pushed, or the feed went on meanwhile), the next exchange tries again. Fails
 * with `incomplete`, once: a record that cannot be read here would otherwise be fetched for ever.
 */
export async function prove(store: Store, teamId: string, last: Pulled): Promise<Result<null>> {
  const team = await store.relaxed.teams.get(teamId);
  if (!team?.proof || team.proof === 'failed') return ok(null);
  if (last.tally === undefined) await noteProof(store, teamId, undefined);
  if (last.tally === undefined || last.at === undefined) return ok(null);
  if (last.cursor !== `${team.epoch}.${last.at}` || team.cursor !== last.cursor) return ok(null);
  const mine = await tallyOfTeam(store.relaxed, teamId);
  if (mine === null) return ok(null);
  if (mine === last.tally) await noteProof(store, teamId, undefined);
  else if (team.proof === 'again') await noteProof(store, teamId, 'failed');
  else {
    await noteProof(store, teamId, 'again');
    return fail('incomplete');
  }
  return ok(null);
}
