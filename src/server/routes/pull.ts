import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { PULL_RECORDS_MAX } from '../../wire/sync.ts';
import { answerJson } from '../answer.ts';
import { readCursor } from '../cursor.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import type { Sent } from '../shelf/shelf.ts';
import { letIn } from '../who.ts';
import { writeColumns, writeRecords } from '../write-records.ts';

const count = z.pipe(
  z._default(z.string().check(z.regex(/^\d{1,6}$/)), String(PULL_RECORDS_MAX)),
  z.transform((text: string) => Math.min(Number(text), PULL_RECORDS_MAX)),
);
const place = z.pipe(z._default(z.string().check(z.regex(/^\d{1,15}$/)), '0'), z.transform(Number));
const querySchema = z.object({
  after: z.optional(z.string()),
  limit: count,
  newest: z.optional(count),
  swept: place,
  form: z.optional(z.string()),
});

const inRecords = (records: Sent[]) => `"records":${writeRecords(records)}`;
const inColumns = (records: Sent[]) => `"columns":${writeColumns(records)}`;

/** Gives what changed after a cursor, or the newest for a first sight. */
export function pull(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/pull', letIn(parts), async (ask) => {
    const { team, member } = ask.get('bearer');
    const query = querySchema.safeParse(ask.req.query());
    if (!query.success || query.data.limit < 1) throw notValid('limit, newest and swept are numbers.');
    const { after, limit, swept } = query.data;
    const write = query.data.form === 'columns' ? inColumns : inRecords;
    if (after === undefined && ask.req.query('newest') !== undefined) {
      const { records } = await parts.shelf.newest(team.id, query.data.newest ?? limit);
      return answerJson(ask, `{${write(records)},"more":false,"swept":${team.seq},"role":"${member.role}"}`);
    }
    // Whoever has nothing knows of every deletion there was until now.
    const known = after === undefined && swept === 0 ? team.seq : swept;
    const page = await parts.shelf.pull(team.id, readCursor(after, team, swept), limit, known);
    const cursor = `${team.epoch}.${page.seq}`;
    const proof = page.more ? '' : `,"tally":"${team.tally}","at":${team.seq}`;
    const from = after === undefined ? `,"swept":${known}` : '';
    const head = `"cursor":"${cursor}","more":${page.more},"role":"${member.role}"${from}${proof}`;
    return answerJson(ask, `{${write(page.records)},${head}}`);
  });
}
