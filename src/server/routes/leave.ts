import type { Hono, MiddlewareHandler } from 'hono';
import { type Leave, type Left, leaveSchema } from '../../wire/people.ts';
import type { Ask, Env, Parts } from '../parts.ts';
import { notValid, Problem } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { letIn, mustBeInStill, tokenOf } from '../who.ts';

/** Ends the device's token; what the member shared stays or is taken back. */
export function leave(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/leave', letInOrAgain(parts), async (ask) => {
    const { team, member, device } = ask.get('bearer');
    const takeBack = (await readLeave(ask, parts)).records === 'take-back';
    try {
      await mustBeInStill(parts, ask.get('bearer'), 'any');
    } catch (error) {
      // The same asking came twice, and the other one was quicker.
      if (!takeBack || !(await parts.shelf.hasWithdrawn(team.id, device))) throw error;
      return ask.json({} satisfies Left);
    }
    await parts.shelf.leave({ team: team.id, member: member.id, device, takeBack, now: parts.clock() });
    parts.spread.end(team.id, device);
    if (takeBack) parts.spread.news(team.id);
    return ask.json({} satisfies Left);
  });
}

/**
 * Whoever has left by taking everything back, and asks for it again because the answer was lost, is told so again: that
 * their token ended they could only take for having been removed.
 */
const letInOrAgain = (parts: Parts): MiddlewareHandler<Env> => {
  const enter = letIn(parts);
  return async (ask, next) => {
    try {
      return await enter(ask, next);
    } catch (error) {
      const token = error instanceof Problem && error.code === 'ended' ? tokenOf(ask) : null;
      const hasLeft = token !== null && (await parts.shelf.hasWithdrawn(token.team, token.device));
      if (!hasLeft || (await readLeave(ask, parts)).records !== 'take-back') throw error;
      return ask.json({} satisfies Left);
    }
  };
};

async function readLeave(ask: Ask, parts: Parts): Promise<Leave> {
  const said = leaveSchema.safeParse(await readJson(ask, parts));
  if (!said.success) throw notValid('Leaving says what becomes of the records.');
  return said.data;
}
