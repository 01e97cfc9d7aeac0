import { Hono, type MiddlewareHandler } from 'hono';
import { createId } from '../kit/id.ts';
import type { Problem as ProblemBody } from '../wire/sync.ts';
import { headers } from './headers.ts';
import type { Ask, Env, Parts } from './parts.ts';
import { notFound, Problem } from './problem.ts';
import { about } from './routes/about.ts';
import { devices } from './routes/devices.ts';
import { health } from './routes/health.ts';
import { invites } from './routes/invites.ts';
import { join } from './routes/join.ts';
import { leave } from './routes/leave.ts';
import { live } from './routes/live.ts';
import { me } from './routes/me.ts';
import { members } from './routes/members.ts';
import { metrics } from './routes/metrics.ts';
import { ownData } from './routes/own-data.ts';
import { pages } from './routes/pages.ts';
import { pull } from './routes/pull.ts';
import { push } from './routes/push.ts';
import { sweep } from './routes/sweep.ts';

/** Everything that can be asked of the server. */
const routes = [
  about,
  join,
  me,
  push,
  pull,
  sweep,
  live,
  invites,
  devices,
  members,
  ownData,
  leave,
  health,
  metrics,
  pages,
];

/** The server as a function of requests, without a socket. */
export function createApp(parts: Parts): Hono<Env> {
  const app = new Hono<Env>();
  const known = new Set<string>();
  app.use(noteRequest(parts, known));
  app.use(headers(() => parts.publicUrl().startsWith('https:')));
  for (const route of routes) route(app, parts);
  for (const { path } of app.routes) known.add(path);
  app.notFound((ask) => answerProblem(ask, notFound()));
  app.onError((error, ask) => {
    if (error instanceof Problem) return answerProblem(ask, error);
    parts.log.problem({ what: 'failure', request: ask.get('requestId'), error: error.stack ?? String(error) });
    return answerProblem(ask, new Problem(500, 'server-failed', 'The server failed. Its log says why.'));
  });
  return app;
}

function answerProblem(ask: Ask, { status, code, message, retryAfter }: Problem): Response {
  ask.set('problem', code);
  if (retryAfter !== undefined) ask.header('Retry-After', String(retryAfter));
  return ask.json({ code, message } satisfies ProblemBody, status);
}

/**
 * One line for each request, with the route but not the address, which may say more. What is not `known` has no name: whoever
 * asks for whatever comes to mind would fill the log with it, and the counts with no end.
 */
const noteRequest =
  ({ clock, log, counts }: Parts, known: Set<string>): MiddlewareHandler<Env> =>
  async (ask, next) => {
    const began = clock();
    ask.set('requestId', createId());
    await next();
    ask.res.headers.set('X-Request-Id', ask.get('requestId'));
    const { status } = ask.res;
    const entry = { request: ask.get('requestId'), method: ask.req.method, route: routeOf(ask, known), status };
    counts.request(entry.route, status, (clock() - began) / 1_000);
    log.note({ what: 'request', ...entry, ms: clock() - began, problem: ask.get('problem') });
  };

const routeOf = (ask: Ask, known: Set<string>): string => (known.has(ask.req.path) ? ask.req.path : '(other)');
