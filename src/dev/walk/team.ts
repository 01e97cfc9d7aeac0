import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../kit/result.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Server, startServer } from '../../server/start.ts';

/** A team server with its embedded database, for development and for journeys. */
export interface Team extends Server {
  name: string;
}

export interface TeamOptions {
  /** Folder of the database; without one it is new, and gone at the end. */
  folder?: string;
  /** 0 for any free one. */
  port?: number;
  /** Folder of the build. */
  dist: string;
}

const TEAM_NAME = 'Release desk';

/** Fails as `startServer` does. */
export async function startTeam({ folder, port = 0, dist }: TeamOptions): Promise<Result<Team>> {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'sidelight-team-')));
  const forget = () => (folder ? Promise.resolve() : rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const config = readConfig({ DATA_DIR: home, PORT: String(port), TEAM_NAME, LOG: 'problems' });
  const started = config.ok ? await start(config.value, dist) : config;
  if (!started.ok) {
    await forget();
    return started;
  }
  const server = started.value;
  const close = async () => {
    await server.close();
    await forget();
  };
  return { ok: true, value: { ...server, name: TEAM_NAME, close } };
}

const start = (config: Config, dist: string): Promise<Result<Server>> =>
  startServer(config, { site: join(dist, 'server', 'site'), version: '0.0.0' });
