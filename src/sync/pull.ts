import { recordSchema, type StoredRecord } from '../domain/record.ts';
import type { Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { takeIn } from '../store/feed.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteRole } from '../store/team.ts';
import { PULL_RECORDS_MAX, type Pulled, pulledSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';

/** What a first sync shows before the rest has come. */
const FIRST_SIGHT = 200;

/** Takes in everything after the team's cursor, page by page; the first time the newest come first. */
export async function pullAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  let cursor = team.cursor;
  let taken = 0;
  if (cursor === '') {
    const glimpse = await pull(store, team, deps, `newest=${FIRST_SIGHT}`);
    if (!glimpse.ok) return glimpse;
    const seen = await takePage(store, team.id, glimpse.value);
    if (!seen.ok) return { ...seen, status: 0 };
    taken += seen.value;
  }
  for (;;) {
    const after = cursor === '' ? '' : `after=${encodeURIComponent(cursor)}&`;
    const page = await pull(store, team, deps, `${after}limit=${PULL_RECORDS_MAX}`);
    if (!page.ok) return page;
    if (!isForward(cursor, page.value)) {
      return { ok: false, status: 200, failure: { code: 'answer-not-understood', detail: team.server } };
    }
    const kept = await takePage(store, team.id, page.value);
    if (!kept.ok) return { ...kept, status: 0 };
    taken += kept.value;
    cursor = page.value.cursor ?? cursor;
    if (page.value.more) continue;
    if (page.value.role && page.value.role !== team.member.role) await noteRole(store, team.id, page.value.role);
    return { ok: true, value: taken };
  }
}

const pull = (store: Store, team: TeamRow, deps: SyncDeps, query: string): Promise<Answer<Pulled>> =>
  call(
    store,
    deps,
    { server: team.server, team: team.id, token: team.token },
    { method: 'GET', path: `/v1/pull?${query}`, schema: pulledSchema, records: ({ records }) => records.length },
  );

/** A page that does not move the cursor on while promising more would be asked for without end. */
function isForward(cursor: string, page: Pulled): boolean {
  if (page.cursor === undefined) return false;
  return !page.more || page.cursor !== cursor;
}

/** Takes in a page, or a live event; without its cursor where only the records are to be seen. */
export const takePage = (store: Store, teamId: string, page: Pulled): Promise<Result<number>> =>
  takeIn(store, teamId, readable(page.records), page.cursor);

/** Records are looked at one by one: one that is not valid is left out and never holds up the others. */
function readable(records: unknown[]): StoredRecord[] {
  return records.flatMap((record) => {
    const parsed = recordSchema.safeParse(record);
    return parsed.success ? [parsed.data] : [];
  });
}
