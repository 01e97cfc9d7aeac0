import type { Store } from '../store/db.ts';
import type { TeamRow } from '../store/rows.ts';
import { heldIds, noteSwept, obeyFates } from '../store/sweep.ts';
import { SWEEP_IDS_MAX, sweptSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';

/**
 * Asks the server about everything that is held of a team and obeys: what was deleted while this device was away goes, what
 * the server lost is sent again or marked. Gives the place in the feed up to which deletions are known then. Killed half
 * way it is due again, which changes nothing.
 */
export async function sweepAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  const peer = { server: team.server, team: team.id, token: team.token };
  let seq: number | undefined;
  for (let last = ''; ; ) {
    const ids = await heldIds(store.strict, team.id, last, SWEEP_IDS_MAX);
    const what = {
      method: 'POST',
      path: '/v1/sweep',
      body: { ids },
      schema: sweptSchema,
      records: ids.length,
    } as const;
    const answer = await call(store, deps, peer, what);
    if (!answer.ok) return answer;
    seq ??= answer.value.seq;
    const asked = new Set(ids);
    const isAsked = (id: string): boolean => asked.has(id);
    const { gone, unknown } = answer.value;
    const obeyed = await obeyFates(store, team.id, { gone: gone.filter(isAsked), unknown: unknown.filter(isAsked) });
    if (!obeyed.ok) return { ...obeyed, status: 0 };
    last = ids.at(-1) ?? '';
    if (ids.length < SWEEP_IDS_MAX) break;
  }
  const noted = await noteSwept(store, team.id, seq);
  return noted.ok ? { ok: true, value: seq } : { ...noted, status: 0 };
}
