import type { Hono } from 'hono';
import type { Env, Parts } from '../parts.ts';

/** `/healthz`: the process answers. `/readyz`: its database does too, in a form that this version knows. */
export function health(app: Hono<Env>, { shelf, log }: Parts): void {
  app.get('/healthz', (ask) => ask.text('ok\n'));
  app.get('/readyz', async (ask) => {
    try {
      await shelf.ready();
      return ask.text('ok\n');
    } catch (error) {
      log.problem({ what: 'not ready', error: String(error) });
      return ask.text('the database does not answer, or a newer version has changed it\n', 503);
    }
  });
}
