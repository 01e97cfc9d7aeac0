import { ok } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { isOver } from '../store/ended.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteTeam } from '../store/team.ts';
import { type News, newsSchema } from '../wire/sync.ts';
import { headersOf } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { orDiskFull } from './disk-full.ts';
import { readEvents, type ServerEvent } from './events.ts';
import { takePage } from './intake.ts';
import { noteRequest } from './ledger.ts';
import { liveLockName, lockName } from './lock.ts';
import { pauseAfter } from './pause.ts';
import { syncTeam } from './sync-team.ts';

/** The server is heard every 20 s at least; a stream that is silent for longer than this is dead. */
const SILENCE_MS = 50_000;
/** After a stream that ended well; and the longest pause while somebody looks at the page. */
const AGAIN_MS = 1_000;
const LONGEST_MS = 60_000;

/** Follows one team's stream until told to stop or the token ends: exchanges first, then listens, again after each break. */
export async function followTeam(store: Store, teamId: string, deps: SyncDeps, stop: AbortSignal): Promise<void> {
  const lead = async () => {
    let misses = 0;
    while (!stop.aborted) {
      const synced = await syncTeam(store, teamId, deps);
      if (!synced.ok && (isOver(synced.failure.code) || synced.failure.code === 'no-team')) return;
      // Without room for what came, or for its line in the ledger, it is tried again after a pause.
      const heard = synced.ok ? await orDiskFull(async () => ok(await listen(store, teamId, deps, stop))) : synced;
      const heardWell = heard.ok && heard.value === true;
      misses = heardWell ? 0 : misses + 1;
      await deps.wait(heardWell ? AGAIN_MS : Math.min(LONGEST_MS, pauseAfter(misses)), stop);
    }
  };
  await deps.locks.request(liveLockName(teamId), { signal: stop }, lead).catch((error: unknown) => {
    if (!stop.aborted) throw error;
  });
}

/** Listens on one stream until it ends. Whether it was a stream at all. */
async function listen(store: Store, teamId: string, deps: SyncDeps, stop: AbortSignal): Promise<boolean> {
  const team = await store.relaxed.teams.get(teamId);
  // Told to stop during the exchange before: no event of that comes any more.
  if (!team || stop.aborted) return false;
  const over = new AbortController();
  const end = () => over.abort();
  stop.addEventListener('abort', end);
  const watch = watchSilence(deps, over);
  const row = { at: deps.clock(), team: teamId, method: 'GET', path: '/v1/live', sent: 0, received: 0, records: 0 };
  let status = 0;
  try {
    const response = await deps.fetch(`${team.server}/v1/live?after=${encodeURIComponent(team.cursor)}`, {
      headers: headersOf({ server: team.server, team: teamId, token: team.token }),
      signal: over.signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    status = response.status;
    if (status !== 200 || !response.body) return false;
    const heard = (bytes: number) => {
      row.received += bytes;
      watch.heard();
    };
    for await (const event of readEvents(response.body, heard)) row.records += await obey(store, team, deps, event);
    return true;
  } catch {
    // A broken stream is no failure: what it would have said is pulled.
    return status === 200;
  } finally {
    over.abort();
    stop.removeEventListener('abort', end);
    await noteRequest(store, { ...row, status });
  }
}

/** Does what an event says; gives how many records it brought. Why a token is `gone` is asked of the server. */
async function obey(store: Store, team: TeamRow, deps: SyncDeps, { event, data }: ServerEvent): Promise<number> {
  if (event === 'news') {
    const news = newsSchema.safeParse(JSON.parse(data));
    if (news.success && (await takeNews(store, team.id, deps, news.data))) return news.data.records.length;
  }
  await syncTeam(store, team.id, deps);
  return 0;
}

/**
 * News that begin where the cursor stands are taken in like a page; others tell that something was missed. So do those from
 * before a sweep: they may hold what was deleted until then, and that is not told again.
 */
const takeNews = (store: Store, teamId: string, deps: SyncDeps, news: News): Promise<boolean> =>
  deps.locks.request(lockName(teamId), {}, async () => {
    const team = await store.relaxed.teams.get(teamId);
    if (team?.cursor !== news.after || isFromBefore(news.cursor, team.swept)) return false;
    const taken = await takePage(store, teamId, news);
    if (!taken.ok) return false;
    await noteTeam(store, teamId, { syncedAt: deps.clock() });
    return true;
  });

const isFromBefore = (cursor = '', swept = -1): boolean => Number(cursor.split('.')[1]) <= swept;

/**
 * Ends a stream that says nothing for too long, as half-open connections do. Waits are counted beside the clock: the clock
 * tells how long a machine has slept, and may be set back.
 */
function watchSilence(deps: SyncDeps, over: AbortController): { heard(): void } {
  let [last, waits] = [deps.clock(), 0];
  const watch = async () => {
    while (!over.signal.aborted) {
      await deps.wait(SILENCE_MS / 2, over.signal);
      if (++waits > 2 || deps.clock() - last > SILENCE_MS) over.abort();
    }
  };
  void watch();
  return {
    heard: () => {
      [last, waits] = [deps.clock(), 0];
    },
  };
}
