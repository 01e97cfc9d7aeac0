import { ok } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteSwept } from '../store/sweep.ts';
import { noteRole } from '../store/team.ts';
import { PULL_RECORDS_MAX, type Pulled, pulledSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { createIntake, type Intake, takePage } from './intake.ts';
import { prove } from './prove.ts';

/** What a first sync shows before the rest has come. */
const FIRST_SIGHT = 200;

/** How many were news, and up to where deletions are known. */
export interface Glimpsed {
  taken: number;
  swept: number | undefined;
}

/**
 * The newest records, before anything else is exchanged, for whoever has nothing yet. Gives up to where deletions are known
 * then, where joining did not say so: whoever begins from nothing knows of every deletion until now.
 */
export async function glimpse(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<Glimpsed>> {
  const newest = await pull(store, team, deps, `newest=${FIRST_SIGHT}`);
  if (!newest.ok) return newest;
  // Of equals search shows first what was written last.
  const seen = await takePage(store, team.id, { ...newest.value, records: newest.value.records.toReversed() });
  if (!seen.ok) return { ...seen, status: 0 };
  const swept = team.swept ?? newest.value.swept;
  const noted = swept === undefined ? ok(null) : await noteSwept(store, team.id, swept);
  return noted.ok ? { ok: true, value: { swept, taken: seen.value } } : { ...noted, status: 0 };
}

/** Takes in everything after the team's cursor, page by page. */
export async function pullAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  const intake = createIntake(store, team.id);
  const last = await pullEach(store, team, deps, intake);
  // What was taken before something failed is written all the same.
  const taken = await intake.end();
  if (!last.ok) return last;
  if (!taken.ok) return { ...taken, status: 0 };
  const { role = team.member.role } = last.value;
  const noted = role === team.member.role ? null : await noteRole(store, team.id, role);
  if (noted && !noted.ok) return { ...noted, status: 0 };
  const proven = await prove(store, team.id, last.value);
  return proven.ok ? { ok: true, value: taken.value } : { ...proven, status: 200 };
}

/** Hands page after page to the intake; gives the last. */
async function pullEach(store: Store, team: TeamRow, deps: SyncDeps, intake: Intake): Promise<Answer<Pulled>> {
  let { cursor } = team;
  let asked = pullAfter(store, team, deps, cursor);
  for (;;) {
    const page = await asked;
    if (!page.ok) return page;
    if (!isForward(cursor, page.value)) {
      return { ok: false, status: 200, failure: { code: 'answer-not-understood', detail: team.server } };
    }
    cursor = page.value.cursor ?? cursor;
    // The next page is on its way while this one is written.
    if (page.value.more) asked = pullAfter(store, team, deps, cursor);
    const taken = await intake.take(page.value);
    if (!taken.ok) return { ...taken, status: 0 };
    if (!page.value.more) return page;
  }
}

const pull = (store: Store, team: TeamRow, deps: SyncDeps, query: string): Promise<Answer<Pulled>> =>
  call(
    store,
    deps,
    { server: team.server, team: team.id, token: team.token },
    {
      method: 'GET',
      path: `/v1/pull?${query}&form=columns`,
      schema: pulledSchema,
      records: ({ records }) => records.length,
    },
  );

/** Asks for what comes after a cursor. May be let go of unheard: then what became of it matters to nobody. */
function pullAfter(store: Store, team: TeamRow, deps: SyncDeps, cursor: string): Promise<Answer<Pulled>> {
  const after = cursor === '' ? '' : `after=${encodeURIComponent(cursor)}&`;
  const swept = team.swept === undefined ? '' : `&swept=${team.swept}`;
  const asked = pull(store, team, deps, `${after}limit=${PULL_RECORDS_MAX}${swept}`);
  asked.catch(() => undefined);
  return asked;
}

/** A page that does not move the cursor on while promising more would be asked for without end. */
function isForward(cursor: string, page: Pulled): boolean {
  if (page.cursor === undefined) return false;
  return !page.more || page.cursor !== cursor;
}
