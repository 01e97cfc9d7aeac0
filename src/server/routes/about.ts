import type { Hono } from 'hono';
import type { About } from '../../wire/sync.ts';
import type { Env, Parts } from '../parts.ts';

/** What kind of server this is. */
export const about = (app: Hono<Env>, { version }: Parts) =>
  app.get('/v1/about', (ask) => ask.json({ name: 'sidelight', protocol: 1, version } satisfies About));
