import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openStore } from '../../src/store/db.ts';
import { takeIn } from '../../src/store/feed.ts';
import { askRebuild, rebuild } from '../../src/store/index-rebuild.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { addTeam } from '../../src/store/team.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { closeStore } from './close-store.ts';
import { dieAfter, liveAgain } from './crash.ts';
import { createDevice, team, value } from './device.ts';
import { type Act, act, acts, COLLEAGUES, fromColleague, type History, ME, TEAM } from './history-acts.ts';
import type { Standing } from './written.ts';

/** What is done with the index. */
const tending = fc.record({
  do: fc.constantFrom(...(['flush', 'flush', 'merge', 'merge', 'tend', 'rebuild', 'rebuild-step'] as const)),
  /** So much one step of a merge writes. */
  bytes: fc.constantFrom(1, 400, 100_000),
});
type Tending = typeof tending extends fc.Arbitrary<infer T> ? T : never;

/** What may be done, also with records while the index is tended; and where all may stop: between two acts, or between any two writes of one. */
export function steps(...of: Parameters<typeof acts>) {
  const record = acts(...of);
  const one = fc.oneof(
    { weight: 8, arbitrary: record.map((some) => [some]) },
    { weight: 3, arbitrary: tending.map((some) => [some]) },
    { weight: 2, arbitrary: fc.tuple(tending, record) },
  );
  return fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
    { weight: 3, arbitrary: fc.record({ dieAfter: fc.oneof(fc.nat(4), fc.nat(40)), during: one }) },
  );
}
export type Step = ReturnType<typeof steps> extends fc.Arbitrary<infer S> ? S : never;

/** A device of somebody who is in a team, with colleagues who gave their names. */
export async function beginHistory(): Promise<History> {
  const device = createDevice();
  value(await addTeam(device.store, team({ member: ME }), device.clock));
  const history: History = { device, written: new Map(), theirs: 0, died: 0 };
  const profiles = COLLEAGUES.filter(Boolean).map((name, i) =>
    fromColleague(history, { id: `profile-${i}`, kind: 'profile', author: name, body: { created: 1, name } }),
  );
  value(await takeIn(device.store, TEAM, profiles));
  return history;
}

/** Does one thing, or two at once. What came to its end is noted; what died before was not done. */
export async function take(history: History, step: Step): Promise<void> {
  if (step === 'reopen') return reopen(history);
  const isDying = 'dieAfter' in step;
  const all: (Tending | Act)[] = isDying ? step.during : step;
  const work = () => Promise.allSettled(all.map((one) => ('bytes' in one ? tend(history, one) : act(history, one))));
  const { done, isDead } = await dieAfter(isDying ? step.dieAfter : Number.POSITIVE_INFINITY, work);
  for (const one of done) {
    if (one.status === 'fulfilled') one.value();
    else if (!isDead) throw one.reason;
  }
  if (isDead) history.died++;
  if (isDying) reopen(history);
}

/** Changes nothing that anybody sees. */
async function tend({ device: { store } }: History, { do: what, bytes }: Tending): Promise<() => void> {
  if (what === 'flush') await flush(store.relaxed, 1);
  else if (what === 'merge') await merge(store.relaxed, bytes);
  else if (what === 'rebuild') await askRebuild(store.relaxed);
  else if (what === 'rebuild-step') await rebuild(store.relaxed);
  else await tendIndex(store, 0);
  return () => {};
}

/** Another life of the browser: nobody remembers anything. */
function reopen({ device }: History): void {
  closeStore(device.store);
  liveAgain();
  device.store = openStore(device.store.relaxed.name);
}

/** What stands by all that was done. */
export const standing = ({ written }: History): Standing[] => [...written.values()].filter(({ isHidden }) => !isHidden);

/** Nobody asks it any more. */
export async function endHistory({ device }: History): Promise<void> {
  closeStore(device.store);
  await device.store.relaxed.delete({ disableAutoOpen: true });
}
