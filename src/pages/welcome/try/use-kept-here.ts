import type { Store } from '../../../store/db.ts';
import { live } from '../../../store/live.ts';
import { recent, type Shown } from '../../../store/read.ts';
import { useLive } from '../../../ui/use-live.ts';
import { here } from './keep-passage.ts';

/** Among so many of the newest it is looked for. */
const NEWEST = 50;

/** Lessons that were kept on this page, newest first, live. */
export function useKeptHere(store: Store): Shown<'lesson'>[] {
  const kept = useLive(
    () =>
      live(async () => {
        const newest = await recent(store.relaxed, NEWEST);
        return newest.filter((one) => one.kind === 'lesson' && one.isMine && one.body.target?.href === here());
      }),
    [],
  );
  return (kept ?? []) as Shown<'lesson'>[];
}
