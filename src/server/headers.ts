import type { MiddlewareHandler } from 'hono';
import type { Env } from './parts.ts';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

const api = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Any origin may ask: an extension's is new with each install. The bearer token is the guard, and no cookie is ever read.
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
};

const pages = {
  'Content-Security-Policy': PAGE_POLICY,
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const preflight = {
  ...api,
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'authorization, content-type, content-encoding',
  'Access-Control-Max-Age': '7200',
  // Chromium asks this of servers on a private network.
  'Access-Control-Allow-Private-Network': 'true',
};

/** The headers of an answer, by whether the API gives it. */
const ofApi = Object.entries({ ...everywhere, ...api });
const ofPages = Object.entries({ ...everywhere, ...pages });

/** Security headers on every answer, and the answer to what browsers ask before they let an extension speak to the API. */
export const headers = (isHttps: () => boolean): MiddlewareHandler<Env> => {
  return async (ask, next) => {
    const isApi = ask.req.path.startsWith('/v1/');
    if (isApi && ask.req.method === 'OPTIONS') return ask.body(null, 204, preflight);
    await next();
    for (const [name, value] of isApi ? ofApi : ofPages) ask.res.headers.set(name, value);
    if (isHttps()) ask.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
    return undefined;
  };
};
