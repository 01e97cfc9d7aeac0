import { ask } from '../../browser/ask.ts';
import type { BodyOf, KindName } from '../../domain/kinds/index.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import type { Result } from '../../kit/result.ts';
import type { Store } from '../../store/db.ts';
import { keep } from '../../store/keep.ts';
import { keepFor } from '../../store/keep-for.ts';
import type { Shown } from '../../store/read.ts';
import { finishRemovals, remove } from '../../store/remove.ts';
import { PRIVATE } from '../../store/rows.ts';

/** Writes a record about another one, for the team that has that one; about a private one it stays private. */
export async function reply<K extends KindName>(
  store: Store,
  kind: K,
  body: BodyOf<K>,
  team: string,
): Promise<Result<unknown>> {
  const what = { id: createId(), kind, body };
  if (team === PRIVATE) return keep(store, what, systemClock);
  const kept = await keepFor(store, what, team, systemClock);
  if (kept.ok) void ask('sync', {});
  return kept;
}

/** Gives a sign about a record, or takes it back where it was given. */
export async function toggleSign(
  store: Store,
  record: Shown,
  sign: BodyOf<'signal'>['sign'],
  given: Shown<'signal'> | undefined,
): Promise<Result<unknown>> {
  const of = sign === 'outdated' ? { of: record.version.n } : {};
  if (!given) return reply(store, 'signal', { created: systemClock(), about: record.id, sign, ...of }, record.team);
  const removed = await remove(store, [[given.team, given.id]], 0, systemClock);
  if (!removed.ok) return removed;
  const finished = await finishRemovals(store, systemClock, removed.value);
  if (finished.ok) void ask('sync', {});
  return finished;
}
