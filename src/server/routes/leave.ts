import type { Hono } from 'hono';
import { type Left, leaveSchema } from '../../wire/people.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { letIn } from '../who.ts';

/** Ends the device's token; what the member shared stays or is taken back. */
export function leave(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/leave', letIn(parts), async (ask) => {
    const { team, member, device } = ask.get('bearer');
    const said = leaveSchema.safeParse(await readJson(ask.req.raw));
    if (!said.success) throw notValid('Leaving says what becomes of the records.');
    const takeBack = said.data.records === 'take-back';
    await parts.shelf.leave({ team: team.id, member: member.id, device, takeBack, now: parts.clock() });
    parts.spread.end(team.id, device);
    if (takeBack) parts.spread.news(team.id);
    return ask.json({} satisfies Left);
  });
}
