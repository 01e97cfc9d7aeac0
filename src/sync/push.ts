import { ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { type Outgoing, refuse, type Settled, settle } from '../store/outbox.ts';
import type { TeamRow } from '../store/rows.ts';
import { PUSH_RECORDS_MAX, pushedSchema, type Verdict } from '../wire/sync.ts';
import { ENVELOPE, nextBatches } from './batches.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { createLater } from './later.ts';
import { paceAfter, slowDown, speedUp } from './pace.ts';

/** Pushes under way at once: while one is written, the next is read and another travels. Browsers open six connections to a server. */
export const PUSHES_AT_ONCE = 4;

/**
 * Sends everything that waits for a team, in batches; each record gets its verdict and leaves the outbox or says why not. One that
 * is too slow for its line comes last, so that nothing behind it waits for it; it fails with `isLate` when the others were sent.
 */
export async function pushAll(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<number>> {
  let pushed = 0;
  let pace = paceAfter(team.misses ?? 0, PUSHES_AT_ONCE);
  const later = createLater();
  for (;;) {
    const began = deps.clock();
    const known = later.count();
    const batches = await nextBatches(store, team.id, began, pace, later);
    if (batches.length === 0) {
      if (later.count() > known || later.release()) continue;
      return later.answer() ?? { ok: true, value: pushed };
    }
    const answers = await Promise.all(batches.map(({ sent }) => send(store, team, deps, sent)));
    // Each is heard, whatever became of those before it.
    let failed: Answer<never> | null = null;
    for (const [i, { sent, bytes }] of batches.entries()) {
      const answer = answers[i];
      if (!answer) continue;
      if (!answer.ok && answer.isLate && sent[0] && sent.length === 1) {
        later.add(sent[0].row.id, bytes - ENVELOPE, answer);
        pace = slowDown(pace, bytes) ?? { ...pace, atOnce: 1 };
        continue;
      }
      const slower = !answer.ok && answer.isLate && sent.length > 1 ? slowDown(pace, bytes) : null;
      const heard = slower ? null : await hear(store, team.id, sent, answer);
      if (slower) pace = slower;
      else if (!heard?.ok) failed ??= heard;
      else if (heard.value === 'smaller') pace.records = Math.min(pace.records, Math.ceil(sent.length / 2));
      else if (heard.value === 'refused') pace.records = PUSH_RECORDS_MAX;
      else {
        pushed += sent.length;
        later.through();
      }
    }
    failed ??= later.isEnough() ? later.answer() : null;
    if (failed) return failed;
    if (answers.every(({ ok }) => ok)) pace = speedUp(pace, deps.clock() - began);
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
