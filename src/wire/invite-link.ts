import { fail, ok, type Result } from '../kit/result.ts';

export interface InviteLink {
  /** Where the team server stands, without a slash at the end. */
  server: string;
  invite: string;
}

/**
 * An invite link is the server's join page with the invite in the fragment: `https://team.example/join#sli_…`.
 * The server may stand below a path. Fails with `not-an-invite`.
 */
export function readInviteLink(text: string): Result<InviteLink> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const invite = url?.hash.slice(1) ?? '';
  if (!url || !/^https?:$/.test(url.protocol) || !url.pathname.endsWith('/join') || !/^sli_[\w-]{20,}$/.test(invite)) {
    return fail('not-an-invite');
  }
  return ok({ server: url.origin + url.pathname.slice(0, -'/join'.length), invite });
}

export const writeInviteLink = ({ server, invite }: InviteLink): string => `${server}/join#${invite}`;
