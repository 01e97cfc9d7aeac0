import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pulledSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';

describe('headers', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startRunning();
  });
  afterAll(() => server.stop());

  it('let any origin ask the API, without credentials', async () => {
    const headers = { Origin: 'moz-extension://b1c2', 'Access-Control-Request-Method': 'POST' };
    const asked = await server.ask('/v1/push', { method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('stand on every answer, problems too, and no cookie is ever set', async () => {
    for (const path of ['/v1/about', '/v1/me', '/v1/nothing', '/join', '/', '/healthz']) {
      const { headers } = await server.ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{22}$/);
      const isApi = path.startsWith('/v1/');
      expect(headers.get('access-control-allow-origin')).toBe(isApi ? '*' : null);
      expect(headers.get('cache-control')).toBe(isApi ? 'no-store' : 'no-cache');
    }
  });

  it('say how an answer is packed, as tightly as the asker understands', async () => {
    const { token } = await server.join('member');
    const records = await Promise.all(Array.from({ length: 20 }, () => aRecord()));
    await server.ask('/v1/push', { method: 'POST', body: JSON.stringify({ records }), token });
    for (const [wanted, given] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br', 'br'],
      ['identity', null],
      ['brave, gzipped', null],
    ] as const) {
      const response = await server.ask('/v1/pull', { token, headers: { 'Accept-Encoding': wanted } });
      expect(response.headers.get('content-encoding')).toBe(given);
      expect(pulledSchema.parse(await response.json()).records).toHaveLength(20);
    }
  });
});
