import type { MiddlewareHandler } from 'hono';
import type { Role } from '../wire/sync.ts';
import type { Ask, Env, Parts } from './parts.ts';
import { ended, noToken, notAllowed, tooMany } from './problem.ts';
import type { Bearer } from './shelf/shelf.ts';
import { isSecret, readToken, type Token } from './token.ts';

/** Compared with where there is no such device, so that the time of the answer does not tell. */
const NOBODY = 'n'.repeat(43);

/** The token that an asking carries, good or not; null where it has the form of none. */
export function tokenOf(ask: Ask): Token | null {
  const [, text = ''] = /^Bearer ([\w-]{1,200})$/.exec(ask.req.header('authorization') ?? '') ?? [];
  return readToken(text);
}

/** Lets in who has a good token and, where roles are named, one of them. Asked of the database at every request. */
export const letIn =
  (parts: Parts, ...roles: Role[]): MiddlewareHandler<Env> =>
  async (ask, next) => {
    const token = tokenOf(ask);
    const bearer = token ? await parts.shelf.bearer(token.team, token.device) : null;
    const isRight = isSecret(token?.secret ?? '', bearer?.tokenHash ?? NOBODY);
    if (!token || !bearer || !isRight) throw token && (await wasGood(parts, token)) ? ended() : noToken();
    if (roles.length > 0 && !roles.includes(bearer.member.role)) throw notAllowed();
    const wait = parts.limits.reads.take(bearer.device);
    if (wait > 0) throw tooMany(wait);
    parts.seen(bearer);
    ask.set('bearer', bearer);
    await next();
  };

/**
 * Throws where who was let in would not be now, or in none of these roles: the one they had, where none are named. To be asked when a body was read: it takes as long to
 * come as its sender likes.
 */
export async function mustBeInStill(
  { shelf }: Parts,
  bearer: Bearer,
  roles: Role[] | 'any' = [bearer.member.role],
): Promise<void> {
  const { team, device } = bearer;
  const now = await shelf.bearer(team.id, device);
  if (!now) throw ended();
  if (roles !== 'any' && !roles.includes(now.member.role)) throw notAllowed();
}

/** Whether a token that is good no more was so once: whoever has its secret may know. */
async function wasGood({ shelf }: Parts, { team, device, secret }: Token): Promise<boolean> {
  return isSecret(secret, (await shelf.endedToken(team, device)) ?? NOBODY);
}

/** The address a request comes from, for limits alone; it is not logged. */
export function addressOf(ask: Ask, trustProxy: boolean): string {
  const forwarded = trustProxy ? ask.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? ask.env?.incoming?.socket.remoteAddress ?? '';
}
