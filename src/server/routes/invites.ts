import type { Hono } from 'hono';
import { type Invited, inviteSchema } from '../../wire/sync.ts';
import { createInvite } from '../invite.ts';
import type { Env, Parts } from '../parts.ts';
import { notAllowed, notValid } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { letIn } from '../who.ts';

/** Makes invite links; only an owner invites admins. */
export function invites(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/invites', letIn(parts, 'owner', 'admin'), async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = inviteSchema.safeParse(await readJson(ask.req.raw));
    if (!said.success) throw notValid('An invite has a role and a number of uses.');
    if (said.data.role === 'admin' && member.role !== 'owner') throw notAllowed();
    const invited = await createInvite(parts, { team: team.id, by: member.id, ...said.data });
    return ask.json(invited satisfies Invited);
  });
}
