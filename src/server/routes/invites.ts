import type { Hono } from 'hono';
import { type Invited, inviteSchema } from '../../wire/people.ts';
import type { Role } from '../../wire/sync.ts';
import { createInvite } from '../invite.ts';
import type { Env, Parts } from '../parts.ts';
import { notAllowed, notValid } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { letIn, mustBeInStill } from '../who.ts';
import { findBelow } from './members.ts';

/** Makes invite links. Everyone may add a device of their own; those in charge invite others, and only an owner admins. */
export function invites(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/invites', letIn(parts), async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = inviteSchema.safeParse(await readJson(ask, parts));
    if (!said.success) throw notValid('An invite has a role and a number of uses.');
    await mustBeInStill(parts, ask.get('bearer'));
    const by = { team: team.id, by: member.id };
    if (said.data.member === member.id) return ask.json(await addDevice(parts, by, member));
    if (member.role !== 'owner' && member.role !== 'admin') throw notAllowed();
    if (said.data.member) return ask.json(await addDevice(parts, by, await findBelow(parts, ask, said.data.member)));
    if (said.data.role === 'admin' && member.role !== 'owner') throw notAllowed();
    const { role, uses } = said.data;
    return ask.json((await createInvite(parts, { ...by, role, uses })) satisfies Invited);
  });
}

/** An invite for one more device of someone who is a member already. */
const addDevice = (
  parts: Parts,
  by: { team: string; by: string },
  member: { id: string; role: Role },
): Promise<Invited> => createInvite(parts, { ...by, role: member.role, uses: 1, member: member.id });
