import type { Failure } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { problemSchema } from '../wire/sync.ts';
import type { SyncDeps } from './deps.ts';
import { gzip } from './gzip.ts';
import { noteRequest } from './ledger.ts';

/** Longest that an answer may take. */
export const SILENCE_MS = 30_000;

/** Where a call goes: a team's server, or one that is about to be joined (no token yet, team ''). */
export interface Peer {
  server: string;
  team: string;
  token?: string;
}

/** What is asked, and how its answer reads. `records` counts what it carries, for the ledger. */
export interface Call<T> {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } };
  records?: number | ((answer: T) => number);
}

/** `status` 0: no answer came. `retryAfterMs`: how long the server asked to be left alone. `isLate`: none came in time. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; failure: Failure; status: number; retryAfterMs?: number; isLate?: true };

interface Heard {
  status: number;
  text: string;
  received: number;
  retryAfterMs?: number;
}

/**
 * One request to a team server and its ledger row. Fails with `unreachable` (detail: the host), `answer-not-understood`,
 * or the code the server gave.
 */
export async function call<T>(store: Store, deps: SyncDeps, peer: Peer, what: Call<T>): Promise<Answer<T>> {
  const body = what.body === undefined ? undefined : await gzip(JSON.stringify(what.body));
  const heard = await exchange(deps, peer, what, body);
  const answer = typeof heard === 'object' ? read(heard, what, peer) : unreachable(peer, heard === 'late');
  await noteRequest(store, {
    at: deps.clock(),
    team: peer.team,
    method: what.method,
    path: what.path,
    sent: body?.bytes.byteLength ?? 0,
    received: typeof heard === 'object' ? heard.received : 0,
    records: typeof what.records === 'number' ? what.records : answer.ok ? (what.records?.(answer.value) ?? 0) : 0,
    status: typeof heard === 'object' ? heard.status : 0,
  });
  return answer;
}

/** Headers of every call: the token is the only thing that says who asks. */
export const headersOf = (peer: Peer): Record<string, string> =>
  peer.token === undefined ? {} : { Authorization: `Bearer ${peer.token}` };

/** Whether no whole answer came in time, or failed for whatever other reason: fetch tells none. */
async function exchange(
  deps: SyncDeps,
  peer: Peer,
  { method, path }: Pick<Call<unknown>, 'method' | 'path'>,
  body: Awaited<ReturnType<typeof gzip>> | undefined,
): Promise<Heard | 'late' | 'failed'> {
  const over = new AbortController();
  const heardOf = new AbortController();
  void deps.wait(SILENCE_MS, heardOf.signal).then(() => over.abort());
  try {
    const headers = { ...headersOf(peer), ...(body ? body.headers : {}) };
    const init: RequestInit = { method, headers, signal: over.signal, credentials: 'omit', cache: 'no-store' };
    const response = await deps.fetch(peer.server + path, body ? { ...init, body: body.bytes } : init);
    const text = await response.text();
    const received = Number(response.headers.get('content-length')) || new TextEncoder().encode(text).length;
    const retryAfter = Number(response.headers.get('retry-after'));
    return { status: response.status, text, received, ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}) };
  } catch {
    return over.signal.aborted ? 'late' : 'failed';
  } finally {
    heardOf.abort();
  }
}

function read<T>(heard: Heard, { schema }: Call<T>, peer: Peer): Answer<T> {
  const { status, retryAfterMs } = heard;
  const json = parse(heard.text);
  const more = { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (status === 200) {
    const parsed = schema.safeParse(json);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, failure: { code: 'answer-not-understood', detail: hostOf(peer.server) }, ...more };
  }
  const problem = problemSchema.safeParse(json);
  const code = problem.success ? problem.data.code : status >= 500 ? 'server-failed' : 'answer-not-understood';
  return { ok: false, failure: { code, detail: hostOf(peer.server) }, ...more };
}

const unreachable = (peer: Peer, isLate: boolean): Answer<never> => ({
  ok: false,
  failure: { code: 'unreachable', detail: hostOf(peer.server) },
  status: 0,
  ...(isLate ? { isLate: true as const } : {}),
});

const hostOf = (server: string): string => (URL.canParse(server) ? new URL(server).host : server);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
