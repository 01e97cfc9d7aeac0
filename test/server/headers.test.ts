import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
