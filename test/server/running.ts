import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createId } from '../../src/kit/id.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { type Server, startServer } from '../../src/server/start.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { type Joined, joinedSchema, type Role } from '../../src/wire/sync.ts';

/** A real server on a real socket, with a folder of its own. */
export interface Running extends Server {
  folder: string;
  lines: string[];
  /** Joins as a new member. */
  /** With a new invite, or the one of a link that is given. */
  join(role: Role, name?: string, made?: string): Promise<Joined>;
  /** One request to the API. */
  ask(path: string, init?: RequestInit & { token?: string }): Promise<Response>;
  /** Ends it and starts it again on the same folder. */
  restart(): Promise<Running>;
  stop(): Promise<void>;
}

export async function startRunning(change: Partial<Config> = {}, site = '/nowhere'): Promise<Running> {
  const folder = change.folder ?? mkdtempSync(join(tmpdir(), 'sidelight-server-'));
  const preset = readConfig({});
  if (!preset.ok) throw new Error(preset.failure.detail);
  const lines: string[] = [];
  const writeLog = (line: string) => void lines.push(line);
  const config = { ...preset.value, port: 0, ...change, folder };
  const started = await startServer(config, { site, version: 'test', writeLog });
  if (!started.ok) throw new Error(started.failure.code);
  const server = started.value;
  const ask: Running['ask'] = (path, { token, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    return fetch(server.url + path, { ...init, headers });
  };
  return {
    ...server,
    folder,
    lines,
    ask,
    async join(role, name = 'Anne', made = undefined) {
      const link = readInviteLink(made ?? (await server.invite(role, 1)));
      if (!link.ok) throw new Error(link.failure.code);
      const device = { id: createId(), name: 'Test' };
      const body = JSON.stringify({ invite: link.value.invite, key: createId(), name, device });
      return joinedSchema.parse(await (await ask('/v1/join', { method: 'POST', body })).json());
    },
    async restart() {
      await server.close();
      return startRunning({ ...change, folder, port: Number(new URL(server.url).port) }, site);
    },
    async stop() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
