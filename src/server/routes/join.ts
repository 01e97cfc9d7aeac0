import type { Hono } from 'hono';
import { createId } from '../../kit/id.ts';
import { type Joined, joinSchema } from '../../wire/sync.ts';
import { cleanName } from '../clean-text.ts';
import type { Env, Parts } from '../parts.ts';
import { inviteEnded, notValid, tooMany } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { hashSecret, readInvite, secretOfJoining, writeToken } from '../token.ts';
import { addressOf } from '../who.ts';
import { toMe } from './me.ts';

/** Nobody has to say more. Whoever joins is not known yet, and 1 MB packed with ill will holds everyone up for 0.1 s. */
const BYTES_MAX = 16 * 1024;

/** Lets someone in with an invite and gives their device its token; the same one where the same asking comes again. */
export function join(app: Hono<Env>, parts: Parts): void {
  const { config, shelf, clock, limits } = parts;
  app.post('/v1/join', async (ask) => {
    const address = addressOf(ask, config.trustProxy);
    const wait = limits.failedJoins.peek(address);
    if (wait > 0) throw tooMany(wait);
    const said = joinSchema.safeParse(await readJson(ask, parts, BYTES_MAX));
    if (!said.success) throw notValid('This is not how one joins.');
    const name = cleanName(said.data.name);
    if (name === '') throw notValid('The name is empty.');
    const invite = readInvite(said.data.invite);
    const secret = invite ? secretOfJoining(invite, said.data.key) : '';
    const joined = invite
      ? await shelf.join({
          team: invite.team,
          inviteHash: hashSecret(invite.secret),
          keyHash: hashSecret(said.data.key),
          member: { id: createId(), name },
          device: { id: createId(), name: cleanName(said.data.device.name) },
          tokenHash: hashSecret(secret),
          now: clock(),
        })
      : null;
    if (!joined?.ok) {
      limits.failedJoins.take(address);
      throw inviteEnded();
    }
    const bearer = joined.value;
    const token = writeToken({ team: bearer.team.id, device: bearer.device, secret });
    return ask.json({ ...toMe(bearer), token } satisfies Joined);
  });
}
