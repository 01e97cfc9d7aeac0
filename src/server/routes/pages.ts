import type { Hono } from 'hono';
import type { Ask, Env, Parts } from '../parts.ts';
import { notFound } from '../problem.ts';

const NOT_BUILT = 'The pages of this server were not built. Run "npm run build" first.\n';

/** The few pages of the server for people. They ask the API like any other client. */
export function pages(app: Hono<Env>, { site }: Parts): void {
  const page = (name: string) => (ask: Ask) => {
    const file = site.get(name);
    return file ? ask.body(file.body, 200, { 'Content-Type': file.type }) : ask.text(NOT_BUILT, 503);
  };
  app.get('/join', page('join.html'));
  app.get('/team', page('team.html'));
  app.get('/site/:file', (ask) => {
    const file = site.get(ask.req.param('file'));
    if (!file) throw notFound();
    return ask.body(file.body, 200, { 'Content-Type': file.type });
  });
}
