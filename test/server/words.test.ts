import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Joined } from '../../src/wire/sync.ts';
import { type Running, startRunning } from './running.ts';
import { findPostgres, type Postgres, startPostgres } from './shelf/postgres.ts';

/** What a database may not take as text (NUL), or stores as something else (half a character). */
const STRANGE = ['\u0000', 'a\u0000b', '\ud800', "' or ''='", '\u202e', 'ü', '__proto__'];

const programs = findPostgres();

describe.each([['SQLite'], ...(programs ? [['PostgreSQL']] : [])])('ids that are no words, with %s', (name) => {
  let postgres: Postgres | undefined;
  let server: Running;
  let owner: Joined;
  beforeAll(async () => {
    postgres = name === 'PostgreSQL' ? await startPostgres(programs ?? '') : undefined;
    server = await startRunning({ databaseUrl: (await postgres?.createDatabase()) ?? '', failedJoinsPerHour: 1_000 });
    owner = await server.join('owner');
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await postgres?.close();
  });

  const post = (path: string, body: unknown) =>
    server.ask(path, { method: 'POST', body: JSON.stringify(body), token: owner.token });

  it('are unknown to a sweep, beside others that are known', async () => {
    const answer = await post('/v1/sweep', { ids: STRANGE });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ gone: [], unknown: STRANGE });
  });

  it.each(STRANGE)('name no device, no member and no invite: %j', async (id) => {
    const bodies: [string, unknown][] = [
      ['/v1/devices/end', { device: id }],
      ['/v1/members/role', { member: id, role: 'reader' }],
      ['/v1/members/remove', { member: id }],
      ['/v1/invites', { role: 'member', uses: 1, member: id }],
      ['/v1/join', { invite: id, key: id.padEnd(22, 'k'), name: 'x', device: { id, name: 'x' } }],
      ['/v1/erase', { name: id }],
    ];
    for (const [path, body] of bodies) {
      const { status } = await post(path, body);
      expect([path, Math.floor(status / 100)]).toEqual([path, 4]);
    }
  });

  it('names that hold them are cleaned', async () => {
    expect((await server.join('member', 'A\u0000nne\ud800')).member.name).toMatch(/^A.?nne/);
  });
});
