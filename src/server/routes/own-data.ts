import type { Hono } from 'hono';
import { eraseSchema } from '../../wire/people.ts';
import { answerJson } from '../answer.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { letIn, mustBeInStill } from '../who.ts';
import { writeRecords } from '../write-records.ts';
import { toMe } from './me.ts';

/** What the server has of oneself: to take along, and to have erased. */
export function ownData(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/export', letIn(parts), async (ask) => {
    const bearer = ask.get('bearer');
    const records = await parts.shelf.recordsOf(bearer.team.id, bearer.member.id);
    const head = JSON.stringify(toMe(bearer)).slice(0, -1);
    return answerJson(ask, `${head},"records":${writeRecords(records)}}`);
  });

  app.post('/v1/erase', letIn(parts), async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = eraseSchema.safeParse(await readJson(ask, parts));
    if (!said.success || said.data.name.trim() !== member.name) throw notValid('The name is not that of the member.');
    await mustBeInStill(parts, ask.get('bearer'), 'any');
    const ended = await parts.shelf.erase({ team: team.id, by: member.id, now: parts.clock() }, member.id);
    parts.spread.news(team.id);
    for (const device of ended) parts.spread.end(team.id, device);
    return ask.json({});
  });
}
