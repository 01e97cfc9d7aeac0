import type { Hono } from 'hono';
import type { Me } from '../../wire/sync.ts';
import type { Env, Parts } from '../parts.ts';
import type { Bearer } from '../shelf/shelf.ts';
import { letIn } from '../who.ts';

/** Who the token speaks for. */
export function me(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/me', letIn(parts), (ask) => ask.json(toMe(ask.get('bearer'))));
}

export const toMe = ({ team, member }: Bearer): Me => ({
  team: { id: team.id, name: team.name },
  member: { id: member.id, name: member.name, role: member.role },
  epoch: team.epoch,
  seq: team.seq,
});
