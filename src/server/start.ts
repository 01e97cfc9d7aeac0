import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { systemClock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import type { Role } from '../wire/sync.ts';
import { createApp } from './app.ts';
import { assemble } from './assemble.ts';
import type { Config } from './config.ts';
import { createInvite } from './invite.ts';
import { createLog } from './log.ts';
import { newTeam } from './new-team.ts';
import type { Parts } from './parts.ts';
import { reasonOf } from './reason.ts';
import { openShelf } from './shelf/open.ts';
import type { Team } from './shelf/shelf.ts';
import { readSite } from './site-files.ts';
import { createSocket, prepareDrain } from './socket.ts';

const BEAT_MS = 20_000;
const LOOK_MS = 2_000;
const DAY_MS = 86_400_000;

/** A team server that runs. */
export interface Server {
  /** Where it is reached, without a slash at the end. */
  url: string;
  team: Team;
  /** Makes an invite link. */
  invite(role: Role, uses: number): Promise<string>;
  /** A link for the first owner, as long as nobody owns the team; older ones end. Null where somebody does. */
  ownerLink(): Promise<string | null>;
  /** How many streams are open. */
  live(): number;
  /** Ends streams and requests, then the database. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the built pages. */
  site: string;
  version: string;
  writeLog?: (line: string) => void;
}

/** Starts a team server. Fails with `database-in-use` (detail: the folder), `database-unusable` (detail: the reason), `port-in-use` (detail: the port) or `cannot-listen` (detail: the reason). */
export async function startServer(config: Config, options: StartOptions): Promise<Result<Server>> {
  const opened = await openShelf(config);
  if (!opened.ok) return opened;
  const shelf = opened.value;
  const team = await shelf.firstTeam(newTeam(config), systemClock());
  let url = config.publicUrl;
  const log = createLog(config.log, options.writeLog ?? console.log, systemClock);
  const { version } = options;
  const site = readSite(options.site);
  const parts = await assemble({ config, shelf, log, site, version, clock: systemClock, publicUrl: () => url });
  const http = createSocket(getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false }));
  const drain = prepareDrain(http);
  const listening = await listen(http, config);
  if (!listening.ok) {
    await shelf.close();
    return listening;
  }
  url ||= listening.value;
  const stopBeating = repeat(
    BEAT_MS,
    () => void parts.hub.beat().catch((error) => log.problem({ what: 'beat', error: String(error) })),
  );
  // What another node wrote is announced; this finds what was not heard.
  const stopLooking = config.databaseUrl === '' ? () => undefined : repeat(LOOK_MS, parts.hub.look);
  const compact = () =>
    shelf
      .compact(systemClock(), config.deletedDays * DAY_MS)
      .catch((error) => log.problem({ what: 'compact', error: String(error) }));
  void compact();
  const stopCompacting = repeat(DAY_MS, () => void compact());
  return ok({
    url,
    team,
    invite: async (role, uses) => (await createInvite(parts, { team: team.id, by: '', role, uses })).link,
    ownerLink: () => makeOwnerLink(parts, team.id),
    live: parts.hub.size,
    async close() {
      stopBeating();
      stopLooking();
      stopCompacting();
      await drain(parts.hub.close);
      await parts.reading.close();
      await shelf.close();
    },
  });
}

function repeat(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms).unref();
  return () => clearInterval(timer);
}

function listen(http: HttpServer, { host, port }: Config): Promise<Result<string>> {
  return new Promise((resolve) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' ? fail('port-in-use', String(port)) : fail('cannot-listen', reasonOf(error))),
    );
    http.listen(port, host, () => {
      const { port: given } = http.address() as AddressInfo;
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      resolve(ok(`http://${name}:${given}`));
    });
  });
}

async function makeOwnerLink(parts: Parts, team: string): Promise<string | null> {
  if (await parts.shelf.hasOwner(team)) return null;
  await parts.shelf.endInvites(team, 'owner', parts.clock());
  return (await createInvite(parts, { team, by: '', role: 'owner', uses: 1 })).link;
}
