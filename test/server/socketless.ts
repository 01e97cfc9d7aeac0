import { createId } from '../../src/kit/id.ts';
import { createApp } from '../../src/server/app.ts';
import { assemble } from '../../src/server/assemble.ts';
import { readConfig } from '../../src/server/config.ts';
import { createInvite } from '../../src/server/invite.ts';
import type { Parts } from '../../src/server/parts.ts';
import { openInMemory } from '../../src/server/shelf/libsql.ts';
import { shelfOver } from '../../src/server/shelf/open.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { joinedSchema, type Role } from '../../src/wire/sync.ts';

export const CLOCK = () => 1_000;

/** A server without a socket, with some of its parts in the place of the usual ones. */
export async function startApp(change: Partial<Parts> = {}) {
  const shelf = await shelfOver(openInMemory());
  const team = await shelf.firstTeam({ id: createId(), name: 'Team', epoch: createId(), seq: 0 }, 1);
  const config = readConfig({ LOG: 'none', TRUST_PROXY: '1' });
  if (!config.ok) throw new Error(config.failure.detail);
  const log = { note: () => undefined, problem: () => undefined };
  const publicUrl = () => 'http://server.test';
  const given = { config: config.value, shelf, log, site: new Map(), version: 'test', clock: CLOCK, publicUrl };
  const parts = { ...(await assemble(given)), ...change };
  const app = createApp(parts);
  const post = (path: string, body: string | ReadableStream, token = '', from = '10.0.0.1') => {
    const headers = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': from };
    const init = { method: 'POST', body, duplex: 'half', headers };
    return app.fetch(new Request(`http://server.test/v1/${path}`, init));
  };
  /** Somebody new, or another device of a member. */
  const join = async (role: Role = 'member', member = '') => {
    const link = readInviteLink((await createInvite(parts, { team: team.id, by: '', role, uses: 1, member })).link);
    if (!link.ok) throw new Error(link.failure.code);
    const asking = { invite: link.value.invite, key: createId(), name: 'Ben', device: { id: createId(), name: 'x' } };
    return joinedSchema.parse(await (await post('join', JSON.stringify(asking))).json());
  };
  return { shelf, team: team.id, post, join };
}
