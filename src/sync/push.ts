import type { StoredRecord } from '../domain/record.ts';
import { ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { outgoing, refuse, type Settled, settle } from '../store/outbox.ts';
import type { TeamRow } from '../store/rows.ts';
import { PUSH_BYTES_MAX, PUSH_RECORDS_MAX, pushedSchema, type Verdict } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';

type Outgoing = Awaited<ReturnType<typeof outgoing>>[number];

/** Room for what stands around the records. */
const ENVELOPE = 64;

/** Sends everything that waits for a team, in batches; each record gets its verdict and leaves the outbox or says why not. */
export async function pushAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  let pushed = 0;
  let most = PUSH_RECORDS_MAX;
  for (;;) {
    const batch = cut(await outgoing(store, team.id, deps.clock(), most));
    if (batch.length === 0) return { ok: true, value: pushed };
    const answer = await send(
      store,
      team,
      deps,
      batch.map(({ record }) => record),
    );
    if (answer.ok) {
      const settled = await settleAll(store, team.id, batch, answer.value);
      if (!settled.ok) return { ...settled, status: 0 };
      pushed += batch.length;
    } else if (isForOne(answer.failure.code) && batch.length > 1) most = Math.ceil(batch.length / 2);
    else if (!isFinal(answer.failure.code)) return answer;
    else {
      most = PUSH_RECORDS_MAX;
      const refused = await refuseAll(store, team.id, batch, () => answer.failure.code);
      if (!refused.ok) return { ...refused, status: 0 };
    }
  }
}

/**
 * The server itself will not take this push, and sending it again would not change that: its records say so and wait no
 * more. A status alone is no such word, since a proxy in between may say any.
 */
const isFinal = (code: string): boolean => code === 'not-valid' || code === 'not-allowed' || code === 'too-large';

/** What one record can bring upon a whole push, as one that is nested too deep: smaller pushes find it. */
const isForOne = (code: string): boolean => code === 'not-valid' || code === 'too-large';

/** As many of the records as fit into one push; one that is too big alone goes alone, for the server to refuse. */
function cut(waiting: Outgoing[]): Outgoing[] {
  let bytes = ENVELOPE;
  const batch: Outgoing[] = [];
  for (const one of waiting) {
    bytes += new TextEncoder().encode(JSON.stringify(one.record)).length + 1;
    if (bytes > PUSH_BYTES_MAX && batch.length > 0) break;
    batch.push(one);
  }
  return batch;
}

async function send(store: Store, team: TeamRow, deps: SyncDeps, records: StoredRecord[]): Promise<Answer<Verdict[]>> {
  const peer = { server: team.server, team: team.id, token: team.token };
  const answer = await call(store, deps, peer, {
    method: 'POST',
    path: '/v1/push',
    body: { records },
    schema: pushedSchema,
    records: records.length,
  });
  if (!answer.ok) return answer;
  const { verdicts } = answer.value;
  const isWhole = verdicts.length === records.length && verdicts.every(({ id }, i) => id === records[i]?.id);
  return isWhole
    ? { ok: true, value: verdicts }
    : { ok: false, status: 200, failure: { code: 'answer-not-understood', detail: team.server } };
}

/**
 * What was sent leaves the outbox by the version its row named when it was read. Fails with `disk-full` alone; what was
 * not settled then is sent again, which changes nothing.
 */
async function settleAll(store: Store, teamId: string, batch: Outgoing[], verdicts: Verdict[]): Promise<Result<null>> {
  const verdictOf = new Map(batch.map((one, i) => [one, verdicts[i]]));
  const taken = batch.filter((one) => verdictOf.get(one)?.verdict !== 'refused');
  const settled = await settle(
    store,
    teamId,
    taken.map((one) => ({ id: one.row.id, version: one.row.version, fate: fateOf(verdictOf.get(one)) })),
  );
  if (!settled.ok) return settled;
  const refused = batch.filter((one) => !taken.includes(one));
  return refuseAll(store, teamId, refused, (one) => {
    const verdict = verdictOf.get(one);
    return verdict?.verdict === 'refused' ? verdict.code : '';
  });
}

function fateOf(verdict: Verdict | undefined): Settled['fate'] {
  if (verdict?.verdict !== 'stale') return 'taken';
  return verdict.deleted ? 'gone' : 'overtaken';
}

async function refuseAll(
  store: Store,
  teamId: string,
  batch: Outgoing[],
  codeOf: (one: Outgoing) => string,
): Promise<Result<null>> {
  for (const one of batch) {
    const refused = await refuse(store, teamId, one.row, codeOf(one));
    if (!refused.ok) return refused;
  }
  return ok(null);
}
