import { type Clock, systemClock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { isDiskFull } from './commit.ts';
import type { Db, Store } from './db.ts';
import type { RecordKey } from './rows.ts';
import {
  BUDGET_DAYS,
  type Budget,
  budgetOf,
  type Dismissal,
  isSameDismissal,
  nothingTaught,
  type Taught,
} from './taught.ts';

export type { Budget, Dismissal, Taught };

const KEY = 'taught';
const DAY_MS = 86_400_000;
/** The oldest are forgotten first. */
const MOST_DISMISSED = 500;
/** A day of reading does not hold more; who sees more has scrolled past. */
const MOST_A_DAY = 300;

const dayOf = (time: number): number => Math.floor(time / DAY_MS);

/** What was taught so far, for ranking and for options. */
export const taught = async (db: Db): Promise<Taught> =>
  ((await db.meta.get(KEY))?.value as Taught | undefined) ?? nothingTaught;

/** Suggests this no more; `because`: the words it was suggested for. Again is harmless. Fails with `disk-full`. */
export const dismiss = (
  store: Store,
  { because = [], ...dismissal }: Dismissal & { because?: string[] },
  clock: Clock,
): Promise<Result<null>> =>
  teach(store, (before) => ({
    ...before,
    dismissed: [{ dismissal, because, at: clock() }, ...without(before, dismissal)].slice(0, MOST_DISMISSED),
  }));

/** May suggest it again. */
export const takeBackDismissal = (store: Store, dismissal: Dismissal): Promise<Result<null>> =>
  teach(store, (before) => ({ ...before, dismissed: without(before, dismissal) }));

const without = ({ dismissed }: Taught, one: Dismissal) =>
  dismissed.filter(({ dismissal }) => !isSameDismissal(dismissal, one));

/** Everything that was dismissed, the newest first. */
export const dismissals = async (db: Db): Promise<Taught['dismissed']> => (await taught(db)).dismissed;

/** Forgets what was dismissed. */
export const forgetDismissals = (store: Store): Promise<Result<null>> =>
  teach(store, (before) => ({ ...before, dismissed: [] }));

/** Forgets how suggestions fared: as many are shown as at first. */
export const forgetBudget = (store: Store): Promise<Result<null>> =>
  teach(store, (before) => ({ ...before, days: {} }));

/** These suggestions were in view. One counts once a day, however often it is seen. */
export const noteShown = (store: Store, keys: RecordKey[], clock: Clock): Promise<Result<null>> =>
  teach(store, (before) => {
    const today = dayOf(clock());
    const day = before.days[today] ?? { shown: [], used: [] };
    const shown = [...new Set([...day.shown, ...keys.map(([, id]) => id)])].slice(0, MOST_A_DAY);
    const recent = Object.entries(before.days).filter(([then]) => today - Number(then) < BUDGET_DAYS);
    return { ...before, days: { ...Object.fromEntries(recent), [today]: { ...day, shown } } };
  });

/** A record was opened or thanked; it counts on the last day on which it had been suggested, if it was at all. */
export const noteUsed = (store: Store, [, id]: RecordKey): Promise<Result<null>> =>
  teach(store, (before) => {
    const found = Object.entries(before.days).findLast(([, { shown }]) => shown.includes(id));
    if (!found || found[1].used.includes(id)) return before;
    const [day, { shown, used }] = found;
    return { ...before, days: { ...before.days, [day]: { shown, used: [...used, id] } } };
  });

/** How suggestions fared lately, and how many are shown at once. */
export const budget = async (db: Db, clock: Clock = systemClock): Promise<Budget> =>
  budgetOf(await taught(db), dayOf(clock()));

async function teach(store: Store, change: (before: Taught) => Taught): Promise<Result<null>> {
  const { relaxed } = store;
  try {
    await relaxed.transaction('rw', relaxed.meta, async () => {
      const before = await taught(relaxed);
      const after = change(before);
      if (after !== before) await relaxed.meta.put({ key: KEY, value: after });
    });
    return ok(null);
  } catch (error) {
    if (isDiskFull(error)) return fail('disk-full');
    throw error;
  }
}
