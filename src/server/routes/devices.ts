import type { Hono } from 'hono';
import { type Devices, endDeviceSchema } from '../../wire/people.ts';
import type { Env, Parts } from '../parts.ts';
import { notFound, notValid } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { letIn, mustBeInStill } from '../who.ts';

/** One's own devices, and ending the token of one that was lost. */
export function devices(app: Hono<Env>, parts: Parts): void {
  app.get('/v1/devices', letIn(parts), async (ask) => {
    const { team, member, device } = ask.get('bearer');
    const own = await parts.shelf.devices(team.id, member.id);
    return ask.json({ devices: own.map((one) => ({ ...one, isThis: one.id === device })) } satisfies Devices);
  });

  app.post('/v1/devices/end', letIn(parts), async (ask) => {
    const { team, member } = ask.get('bearer');
    const said = endDeviceSchema.safeParse(await readJson(ask, parts));
    if (!said.success) throw notValid('This names no device.');
    await mustBeInStill(parts, ask.get('bearer'), 'any');
    const act = { team: team.id, by: member.id, now: parts.clock() };
    if (!(await parts.shelf.endDevice(act, member.id, said.data.device))) throw notFound();
    parts.spread.end(team.id, said.data.device);
    return ask.json({});
  });
}
