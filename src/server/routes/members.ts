import type { Hono } from 'hono';
import { type Audit, type Members, removeMemberSchema, setRoleSchema } from '../../wire/people.ts';
import type { Ask, Env, Parts } from '../parts.ts';
import { notAllowed, notFound, notValid } from '../problem.ts';
import { readJson } from '../read-body.ts';
import type { MemberEntry } from '../shelf/shelf.ts';
import { letIn, mustBeInStill } from '../who.ts';

const AUDIT_MAX = 500;

/** For those in charge: who is in the team, in which role, and what happened with people and tokens. */
export function members(app: Hono<Env>, parts: Parts): void {
  const { shelf, clock, spread } = parts;
  const inCharge = letIn(parts, 'owner', 'admin');

  app.get('/v1/members', inCharge, async (ask) => {
    const everyone = await shelf.members(ask.get('bearer').team.id);
    return ask.json({ members: everyone } satisfies Members);
  });

  app.get('/v1/audit', inCharge, async (ask) => {
    const entries = await shelf.audit(ask.get('bearer').team.id, AUDIT_MAX);
    return ask.json({ entries } satisfies Audit);
  });

  app.post('/v1/members/role', inCharge, async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = setRoleSchema.safeParse(await readJson(ask, parts));
    if (!said.success) throw notValid('A role is admin, member or reader.');
    await mustBeInStill(parts, ask.get('bearer'));
    const whom = await findBelow(parts, ask, said.data.member);
    if (said.data.role === 'admin' && member.role !== 'owner') throw notAllowed();
    await shelf.setRole({ team: team.id, by: member.id, now: clock() }, whom.id, said.data.role);
    return ask.json({});
  });

  app.post('/v1/members/remove', inCharge, async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = removeMemberSchema.safeParse(await readJson(ask, parts));
    if (!said.success) throw notValid('This names no member.');
    await mustBeInStill(parts, ask.get('bearer'));
    const whom = await findBelow(parts, ask, said.data.member);
    const ended = await shelf.removeMember({ team: team.id, by: member.id, now: clock() }, whom.id);
    for (const device of ended) spread.end(team.id, device);
    return ask.json({});
  });
}

/** The member who is meant, if they are below the one who asks: an owner is above all, an admin above the others. */
export async function findBelow({ shelf }: Parts, ask: Ask, id: string): Promise<MemberEntry> {
  const { team, member } = ask.get('bearer');
  const whom = await shelf.member(team.id, id);
  if (!whom) throw notFound();
  const isAbove = whom.role === 'owner' || (whom.role === 'admin' && member.role !== 'owner');
  if (isAbove) throw notAllowed();
  return whom;
}
