import { type InviteLink, readInviteLink } from '../../wire/invite-link.ts';
import type { PageInView } from './page-in-view.ts';

/** The invite that the page in view stands for; null on other pages. */
export function inviteOn(page: PageInView | null): InviteLink | null {
  const invite = readInviteLink(page?.url ?? '');
  return invite.ok ? invite.value : null;
}
