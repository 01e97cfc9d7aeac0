import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why a request is not answered with what it asked for; becomes the body `problemSchema` of the protocol. */
export class Problem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    /** Seconds after which to try again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export const notValid = (message: string): Problem => new Problem(400, 'not-valid', message);
export const tooDeep = (message: string): Problem => new Problem(400, 'too-deep', message);
export const tooLarge = (message: string): Problem => new Problem(413, 'too-large', message);
export const noToken = (): Problem => new Problem(401, 'no-token', 'A token is missing, wrong or no longer good.');
export const ended = (): Problem => new Problem(401, 'ended', 'This device or its member was ended.');
export const notAllowed = (): Problem => new Problem(403, 'not-allowed', 'The role does not allow this.');
export const notFound = (): Problem => new Problem(404, 'not-found', 'There is nothing at this address.');
export const epochChanged = (): Problem =>
  new Problem(409, 'epoch-changed', 'The server was restored or replaced. Start over without a cursor.');
export const cursorTooOld = (): Problem =>
  new Problem(410, 'cursor-too-old', 'Deletions since then are no longer in the feed. Sweep, then pull on.');
export const inviteEnded = (): Problem =>
  new Problem(410, 'invite-ended', 'The invite is used up, too old or unknown.');
export const tooMany = (seconds: number): Problem =>
  new Problem(429, 'too-many', 'Too many requests. Wait before the next.', Math.max(1, Math.ceil(seconds)));
/** More at once than there is room for, whoever sent it. */
export const busy = (): Problem => new Problem(503, 'too-many', 'Too many pushes at once. Wait before the next.', 5);
