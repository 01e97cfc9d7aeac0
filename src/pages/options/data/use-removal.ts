import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import type { Failure, Result } from '../../../kit/result.ts';
import { ownStored } from '../../../store/adopt.ts';
import type { Store } from '../../../store/db.ts';
import { putOff, remove, restore } from '../../../store/remove.ts';
import type { RecordKey } from '../../../store/rows.ts';

/** How long what was deleted lasts without this page, should closing it not be seen (a browser that ended). */
export const LEASE_MS = 15 * 60_000;

export interface Removal {
  removed: RecordKey[];
  failure: Failure | null;
  isBusy: boolean;
  /** What the last act came to, where that is not to be seen otherwise. */
  outcome: 'back' | 'nothing' | null;
  removeAll: () => Promise<void>;
  undo: () => Promise<void>;
}

/** Keys of everything one wrote; profiles stay, they are who one is in a team. */
export const ownKeys = async (store: Store): Promise<RecordKey[]> =>
  (await ownStored(store.strict)).filter(({ kind }) => kind !== 'profile').map(({ team, id }) => [team, id]);

/**
 * Deletes everything and holds the undo while this page is open: the end of the undo is put off again and again, and
 * closing the page makes it final at once.
 */
export function useRemoval(store: Store): Removal {
  const [removed, setRemoved] = useState<RecordKey[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Removal['outcome']>(null);
  useEffect(() => {
    if (removed.length === 0) return;
    const renewal = setInterval(() => void putOff(store, removed, LEASE_MS, systemClock), LEASE_MS / 3);
    // A page that goes away finishes no transaction of its own; what it says is still heard.
    const finish = () => void ask('finish', { keys: removed });
    globalThis.addEventListener('pagehide', finish);
    return () => {
      clearInterval(renewal);
      globalThis.removeEventListener('pagehide', finish);
    };
  }, [removed]);
  const settle = async (result: Result<RecordKey[]>, next: RecordKey[], came: Removal['outcome']) => {
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setRemoved(next);
    setOutcome(result.ok ? came : null);
    setBusy(false);
    await ask('refresh', {});
  };
  const removeAll = async () => {
    setBusy(true);
    const result = await remove(store, await ownKeys(store), LEASE_MS, systemClock);
    const all = result.ok ? [...removed, ...result.value] : [];
    await settle(result, all, all.length === 0 ? 'nothing' : null);
  };
  const undo = async () => {
    setBusy(true);
    await settle(await restore(store, removed), [], 'back');
  };
  return { removed, failure, isBusy, outcome, removeAll, undo };
}
