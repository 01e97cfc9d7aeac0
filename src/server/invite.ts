import type { Clock } from '../kit/clock.ts';
import { writeInviteLink } from '../wire/invite-link.ts';
import type { Invited } from '../wire/people.ts';
import type { Role } from '../wire/sync.ts';
import type { Shelf } from './shelf/shelf.ts';
import { createInviteSecret, hashSecret, writeInvite } from './token.ts';

export const INVITE_MS = 72 * 60 * 60 * 1000;

/** Makes an invite and gives its link. Its secret is in the link alone: what is kept is a hash. */
export async function createInvite(
  { shelf, clock, publicUrl }: { shelf: Shelf; clock: Clock; publicUrl(): string },
  { team, by, role, uses, member = '' }: { team: string; by: string; role: Role; uses: number; member?: string },
): Promise<Invited> {
  const secret = createInviteSecret();
  const created = clock();
  const expires = created + INVITE_MS;
  await shelf.addInvite({ team, hash: hashSecret(secret), role, uses, expires, member, by, created });
  return { link: writeInviteLink({ server: publicUrl(), invite: writeInvite({ team, secret }) }), expires };
}
