import { ask } from '../../browser/ask.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { BodyOf, KindName } from '../../domain/kinds/index.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import type { Result } from '../../kit/result.ts';
import type { Store } from '../../store/db.ts';
import { keep } from '../../store/keep.ts';
import type { Shown } from '../../store/read.ts';
import { finishRemovals, remove } from '../../store/remove.ts';
import { PRIVATE, type RecordKey } from '../../store/rows.ts';
import { share } from '../../store/share.ts';

/**
 * Writes a record about another one and shares it with the team that has that one; about a private one it stays
 * private. What cannot be shared now is kept all the same.
 */
export async function reply<K extends KindName>(
  store: Store,
  kind: K,
  body: BodyOf<K>,
  team: string,
): Promise<Result<unknown>> {
  const id = createId();
  const kept = await keep(store, { id, kind, body }, systemClock);
  if (!kept.ok || team === PRIVATE) return kept;
  const shared = await share(store, id, team, body as JsonObject, systemClock);
  if (shared.ok) void ask('sync', {});
  return shared;
}

/** Gives a sign about a record, or takes it back where it was given. */
export async function toggleSign(
  store: Store,
  record: Shown,
  sign: BodyOf<'signal'>['sign'],
  given: Shown<'signal'> | undefined,
): Promise<Result<unknown>> {
  if (!given) return reply(store, 'signal', { created: systemClock(), about: record.id, sign }, record.team);
  // It is kept before it is shared, so what was seen may still be the private one.
  const keys = [...new Set([record.team, PRIVATE])].map((team): RecordKey => [team, given.id]);
  const removed = await remove(store, keys, 0, systemClock);
  if (!removed.ok) return removed;
  const finished = await finishRemovals(store, systemClock, removed.value);
  if (finished.ok) void ask('sync', {});
  return finished;
}
