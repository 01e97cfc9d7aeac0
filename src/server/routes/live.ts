import type { Hono } from 'hono';
import type { Env, Parts } from '../parts.ts';
import { tooMany } from '../problem.ts';
import { letIn } from '../who.ts';

const LATER_SECONDS = 60;

/** The stream of what happens in a team. */
export function live(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/live', letIn(parts), (ask) => {
    const bearer = ask.get('bearer');
    if (parts.hub.held(bearer.team.id, bearer.device) >= parts.config.streamsPerDevice) throw tooMany(LATER_SECONDS);
    return ask.body(parts.hub.open(bearer, ask.req.query('after') ?? ''), 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // nginx would hold events back otherwise.
      'X-Accel-Buffering': 'no',
    });
  });
}
