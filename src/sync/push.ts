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

/** Pushes under way at once: while one is written, the next is read and another travels. Browsers open six connections to a server. */
export const PUSHES_AT_ONCE = 4;

/** Sends everything that waits for a team, in batches; each record gets its verdict and leaves the outbox or says why not. */
export async function pushAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  let pushed = 0;
  let most = PUSH_RECORDS_MAX;
  // After a failure one by one: over a line too slow for four within the time that an answer may take, nothing would ever arrive.
  const atOnce = team.misses ? 1 : PUSHES_AT_ONCE;
  for (;;) {
    const batches = cut(await outgoing(store, team.id, deps.clock(), most * atOnce), most, atOnce);
    if (batches.length === 0) return { ok: true, value: pushed };
    const answers = await Promise.all(batches.map((batch) => send(store, team, deps, batch)));
    // Each is heard, whatever became of those before it.
    let failed: Answer<never> | null = null;
    for (const [i, batch] of batches.entries()) {
      const answer = answers[i];
      if (!answer) continue;
      const heard = await hear(store, team.id, batch, answer);
      if (!heard.ok) failed ??= heard;
      else if (heard.value === 'smaller') most = Math.min(most, Math.ceil(batch.length / 2));
      else if (heard.value === 'refused') most = PUSH_RECORDS_MAX;
      else pushed += batch.length;
    }
    if (failed) return failed;
  }
}

/** What an answer means for its batch: taken, refused for good, or to be sent again in `smaller` ones. */
async function hear(
  store: Store,
  teamId: string,
  batch: Outgoing[],
  answer: Answer<Verdict[]>,
): Promise<Answer<'taken' | 'smaller' | 'refused'>> {
  if (answer.ok) {
    const settled = await settleAll(store, teamId, batch, answer.value);
    return settled.ok ? { ok: true, value: 'taken' } : { ...settled, status: 0 };
  }
  const { code } = answer.failure;
  if (isForOne(code) && batch.length > 1) return { ok: true, value: 'smaller' };
  if (!isFinal(code)) return answer;
  const refused = await refuseAll(store, teamId, batch, () => code);
  return refused.ok ? { ok: true, value: 'refused' } : { ...refused, status: 0 };
}

/**
 * The server itself will not take this push, and sending it again would not change that: its records say so and wait no
 * more. A status alone is no such word, since a proxy in between may say any.
 */
const isFinal = (code: string): boolean => code === 'not-allowed' || isForOne(code);

/** What one record can bring upon a whole push, as one that is nested too deep: smaller pushes find it. */
const isForOne = (code: string): boolean => ['not-valid', 'too-deep', 'too-large'].includes(code);

/** The records in as many batches as are sent at once, each as large as a push may be; one that is too big alone goes alone, for the server to refuse. */
function cut(waiting: Outgoing[], most: number, atOnce: number): Outgoing[][] {
  const batches: Outgoing[][] = [];
  let bytes = 0;
  for (const one of waiting) {
    const size = new TextEncoder().encode(JSON.stringify(one.record)).length + 1;
    const last = batches.at(-1);
    if (last && last.length < most && bytes + size <= PUSH_BYTES_MAX) {
      last.push(one);
      bytes += size;
      continue;
    }
    if (batches.length === atOnce) break;
    batches.push([one]);
    bytes = ENVELOPE + size;
  }
  return batches;
}

async function send(store: Store, team: TeamRow, deps: SyncDeps, batch: Outgoing[]): Promise<Answer<Verdict[]>> {
  const records = batch.map(({ record }) => record);
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
