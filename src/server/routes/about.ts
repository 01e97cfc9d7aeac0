import type { Hono } from 'hono';
import type { About } from '../../wire/sync.ts';
import type { Env, Parts } from '../parts.ts';

/** What kind of server this is. */
export function about(app: Hono<Env>, { version, config }: Parts): void {
  const extension = config.extensionUrl === '' ? {} : { extension: config.extensionUrl };
  app.get('/v1/about', (ask) => ask.json({ name: 'sidelight', protocol: 1, version, ...extension } satisfies About));
}
