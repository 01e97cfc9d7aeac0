import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { PULL_RECORDS_MAX } from '../../wire/sync.ts';
import { answerJson } from '../answer.ts';
import { readCursor } from '../cursor.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import { letIn } from '../who.ts';

const count = z.pipe(
  z._default(z.string().check(z.regex(/^\d{1,6}$/)), String(PULL_RECORDS_MAX)),
  z.transform((text: string) => Math.min(Number(text), PULL_RECORDS_MAX)),
);
const querySchema = z.object({ after: z.optional(z.string()), limit: count, newest: z.optional(count) });

/** Gives what changed after a cursor, or the newest for a first sight. */
export function pull(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/pull', letIn(parts), async (ask) => {
    const { team, member } = ask.get('bearer');
    const query = querySchema.safeParse(ask.req.query());
    if (!query.success || query.data.limit < 1) throw notValid('limit and newest are numbers from 1 on.');
    const { after, limit } = query.data;
    if (after === undefined && ask.req.query('newest') !== undefined) {
      const { records } = await parts.shelf.newest(team.id, query.data.newest ?? limit);
      return answerJson(ask, `{"records":[${records.join(',')}],"more":false,"role":"${member.role}"}`);
    }
    const page = await parts.shelf.pull(team.id, readCursor(after, team), limit);
    const cursor = `${team.epoch}.${page.seq}`;
    const head = `"cursor":"${cursor}","more":${page.more},"role":"${member.role}"`;
    return answerJson(ask, `{"records":[${page.records.join(',')}],${head}}`);
  });
}
