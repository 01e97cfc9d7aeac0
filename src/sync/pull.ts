import type { StoredRecord } from '../domain/record.ts';
import { readStored } from '../domain/stored.ts';
import { ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { takeIn } from '../store/feed.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteSwept } from '../store/sweep.ts';
import { noteRole } from '../store/team.ts';
import { PULL_RECORDS_MAX, type Pulled, pulledSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { prove } from './prove.ts';

/** What a first sync shows before the rest has come. */
const FIRST_SIGHT = 200;

/** Takes in everything after the team's cursor, page by page; the first time the newest come first. */
export async function pullAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  let cursor = team.cursor;
  let swept = team.swept;
  let taken = 0;
  if (cursor === '') {
    const glimpse = await pull(store, team, deps, `newest=${FIRST_SIGHT}`);
    if (!glimpse.ok) return glimpse;
    const seen = await takePage(store, team.id, glimpse.value);
    if (!seen.ok) return { ...seen, status: 0 };
    taken += seen.value;
    // Where joining did not say so, whoever begins from nothing knows of every deletion until now.
    swept ??= glimpse.value.swept;
    const noted = swept === undefined ? null : await noteSwept(store, team.id, swept);
    if (noted && !noted.ok) return { ...noted, status: 0 };
  }
  let asked = pullAfter(store, team, deps, cursor, swept);
  for (;;) {
    const page = await asked;
    if (!page.ok) return page;
    if (!isForward(cursor, page.value)) {
      return { ok: false, status: 200, failure: { code: 'answer-not-understood', detail: team.server } };
    }
    cursor = page.value.cursor ?? cursor;
    // The next page is on its way while this one is written.
    if (page.value.more) asked = pullAfter(store, team, deps, cursor, swept);
    const kept = await takePage(store, team.id, page.value);
    if (!kept.ok) return { ...kept, status: 0 };
    taken += kept.value;
    if (page.value.more) continue;
    const { role = team.member.role } = page.value;
    const noted = role === team.member.role ? null : await noteRole(store, team.id, role);
    if (noted && !noted.ok) return { ...noted, status: 0 };
    const proven = await prove(store, team.id, page.value);
    return proven.ok ? { ok: true, value: taken } : { ...proven, status: 200 };
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
function pullAfter(
  store: Store,
  team: TeamRow,
  deps: SyncDeps,
  cursor: string,
  swept: number | undefined,
): Promise<Answer<Pulled>> {
  const after = cursor === '' ? '' : `after=${encodeURIComponent(cursor)}&`;
  const asked = pull(
    store,
    team,
    deps,
    `${after}limit=${PULL_RECORDS_MAX}${swept === undefined ? '' : `&swept=${swept}`}`,
  );
  asked.catch(() => undefined);
  return asked;
}

/** A page that does not move the cursor on while promising more would be asked for without end. */
function isForward(cursor: string, page: Pulled): boolean {
  if (page.cursor === undefined) return false;
  return !page.more || page.cursor !== cursor;
}

/** Records of one transaction: nobody who keeps or looks for something meanwhile waits long. */
const TOGETHER = 500;
/** Transactions under way at once: one is made ready while another is written. */
const AT_ONCE = 2;

/** Takes in a page, or a live event; without its cursor where only the records are to be seen. */
export async function takePage(store: Store, teamId: string, page: Pulled): Promise<Result<number>> {
  const records = readable(page.records);
  const before: StoredRecord[][] = [];
  while (records.length > TOGETHER) before.push(records.splice(0, TOGETHER));
  // The cursor comes with the last of them, when the others are there; until then they would only be taken in once more.
  const taken = await takeEach(store, teamId, before);
  if (!taken.ok) return taken;
  const last = await takeIn(store, teamId, records, page.cursor);
  return last.ok ? ok(taken.value + last.value) : last;
}

async function takeEach(store: Store, teamId: string, pieces: StoredRecord[][]): Promise<Result<number>> {
  const line = pieces.values();
  let taken = 0;
  const work = async (): Promise<Result<number>> => {
    for (const records of line) {
      const some = await takeIn(store, teamId, records);
      if (!some.ok) return some;
      taken += some.value;
    }
    return ok(taken);
  };
  const ends = await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ends.find((end) => !end.ok) ?? ok(taken);
}

/** Records are looked at one by one: one that is not valid is left out and never holds up the others. */
function readable(records: unknown[]): StoredRecord[] {
  return records.flatMap((record) => readStored(record) ?? []);
}
