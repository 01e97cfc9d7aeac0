import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { createApp } from '../../src/server/app.ts';
import type { Parts } from '../../src/server/parts.ts';
import { writeToken } from '../../src/server/token.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';

const record = await aRecord();
const json = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

const asked: Record<string, () => [path: string, init?: RequestInit]> = {
  'GET /v1/about': () => ['/v1/about'],
  'POST /v1/join': () => ['/v1/join', json({})],
  'GET /v1/me': () => ['/v1/me'],
  'POST /v1/push': () => ['/v1/push', json({ records: [record] })],
  'GET /v1/pull': () => ['/v1/pull'],
  'POST /v1/sweep': () => ['/v1/sweep', json({ ids: [createId()] })],
  'GET /v1/live': () => ['/v1/live'],
  'POST /v1/invites': () => ['/v1/invites', json({ role: 'member', uses: 1 })],
  'GET /v1/devices': () => ['/v1/devices'],
  'POST /v1/devices/end': () => ['/v1/devices/end', json({ device: createId() })],
  'GET /v1/members': () => ['/v1/members'],
  'GET /v1/audit': () => ['/v1/audit'],
  'POST /v1/members/role': () => ['/v1/members/role', json({ member: createId(), role: 'reader' })],
  'POST /v1/members/remove': () => ['/v1/members/remove', json({ member: createId() })],
  'GET /v1/export': () => ['/v1/export'],
  'POST /v1/erase': () => ['/v1/erase', json({ name: 'someone else' })],
  'GET /metrics': () => ['/metrics'],
  'POST /v1/leave': () => ['/v1/leave', json({ records: 'leave' })],
  'GET /healthz': () => ['/healthz'],
  'GET /readyz': () => ['/readyz'],
  'GET /join': () => ['/join'],
  'GET /team': () => ['/team'],
  'GET /site/:file': () => ['/site/join.js'],
};

const open = {
  nobody: 200,
  otherTeam: 200,
  ended: 200,
  removed: 200,
  reader: 200,
  member: 200,
  admin: 200,
  owner: 200,
};
const closed = { ...open, nobody: 401, otherTeam: 401, ended: 401, removed: 401 };

const inCharge = { ...closed, reader: 403, member: 403 };

/** Who may ask what: the law, written out. */
const law: Record<string, Record<keyof typeof open, number>> = {
  'GET /v1/about': open,
  'POST /v1/join': mapAll(open, 400),
  'GET /v1/me': closed,
  'POST /v1/push': { ...closed, reader: 403 },
  'GET /v1/pull': closed,
  'POST /v1/sweep': closed,
  'GET /v1/live': closed,
  'POST /v1/invites': { ...closed, reader: 403, member: 403 },
  'GET /v1/devices': closed,
  'POST /v1/devices/end': mapIn(404),
  'GET /v1/members': inCharge,
  'GET /v1/audit': inCharge,
  'POST /v1/members/role': { ...inCharge, owner: 404, admin: 404 },
  'POST /v1/members/remove': { ...inCharge, owner: 404, admin: 404 },
  'GET /v1/export': closed,
  'POST /v1/erase': mapIn(400),
  'POST /v1/leave': closed,
  // There only with a token of its own.
  'GET /metrics': mapAll(open, 404),
  'GET /healthz': open,
  'GET /readyz': open,
  // Not built in this test; who asks makes no difference.
  'GET /join': mapAll(open, 503),
  'GET /team': mapAll(open, 503),
  'GET /site/:file': mapAll(open, 404),
};

/** Whoever is in the team gets this status. */
function mapIn(status: number): typeof open {
  return { ...mapAll(open, status), nobody: 401, otherTeam: 401, ended: 401, removed: 401 };
}

function mapAll<T extends object>(of: T, status: number): Record<keyof T, number> {
  return Object.fromEntries(Object.keys(of).map((key) => [key, status])) as Record<keyof T, number>;
}

describe('who may ask what', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startRunning();
  });
  afterAll(() => server.stop());

  const tokenOf = async (who: keyof typeof open): Promise<string | undefined> => {
    if (who === 'nobody') return undefined;
    // A token that is whole in form, of a team that is not here.
    if (who === 'otherTeam') return writeToken({ team: createId(), device: createId(), secret: 's'.repeat(43) });
    if (who !== 'ended' && who !== 'removed') return (await server.join(who)).token;
    const { token, member } = await server.join('admin');
    if (who === 'removed') {
      const owner = await server.join('owner');
      await server.ask('/v1/members/remove', { ...json({ member: member.id }), token: owner.token });
      return token;
    }
    await server.ask('/v1/leave', { ...json({ records: 'leave' }), token });
    return token;
  };

  for (const [route, expected] of Object.entries(law)) {
    for (const [who, status] of Object.entries(expected)) {
      it(`${route} answers ${status} to ${who}`, async () => {
        const token = await tokenOf(who as keyof typeof open);
        const [path, init] = asked[route]?.() ?? ['/'];
        const stop = new AbortController();
        const response = await server.ask(path, { ...init, signal: stop.signal, ...(token ? { token } : {}) });
        expect(response.status).toBe(status);
        if (path !== '/v1/live' || status !== 200) await response.text();
        stop.abort();
      });
    }
  }

  it('is written out for every route there is', () => {
    const { routes } = createApp({ publicUrl: () => '', config: {} } as Parts);
    const there = routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(there)].sort()).toEqual(Object.keys(law).sort());
  });

  it('tells who has a token that was good that it ended, and nobody else', async () => {
    const codeOf = async (token: string) => {
      const response = await server.ask('/v1/me', { token });
      return ((await response.json()) as { code: string }).code;
    };
    for (const who of ['ended', 'removed'] as const) {
      const token = (await tokenOf(who)) ?? '';
      expect(await codeOf(token)).toBe('ended');
      expect(await codeOf(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe('no-token');
    }
    expect(await codeOf((await tokenOf('otherTeam')) ?? '')).toBe('no-token');
  });

  it('does not let an admin invite another admin', async () => {
    const invite = json({ role: 'admin', uses: 1 });
    const { token } = await server.join('admin');
    expect((await server.ask('/v1/invites', { ...invite, token })).status).toBe(403);
    const owner = await server.join('owner');
    expect((await server.ask('/v1/invites', { ...invite, token: owner.token })).status).toBe(200);
  });

  it('takes no token whose secret is wrong or whose form is', async () => {
    const { token } = await server.join('owner');
    const wrong = [token.slice(0, -1), `${token}x`, token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')), '', 'null'];
    for (const one of [...wrong, `${token} `, `${token}, Bearer ${token}`]) {
      const response = await server.ask('/v1/me', { headers: { Authorization: `Bearer ${one}` } });
      if (one === `${token} `) continue;
      expect(response.status).toBe(401);
    }
    for (const header of [token, `bearer ${token}`, `Basic ${token}`]) {
      expect((await server.ask('/v1/me', { headers: { Authorization: header } })).status).toBe(401);
    }
  });
});
