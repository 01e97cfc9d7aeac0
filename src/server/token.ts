import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Ids are 22 characters of base64url, secrets of a device 43, of an invite 22 (128 bits). */
const TOKEN = /^slt_([\w-]{22})([\w-]{22})_([\w-]{43})$/;
const INVITE = /^sli_([\w-]{22})([\w-]{22})$/;

/** What a token or invite says. Its team comes first, so that looking it up stays inside that team. */
export interface Token {
  team: string;
  device: string;
  secret: string;
}

export interface InviteToken {
  team: string;
  secret: string;
}

export function readToken(text: string): Token | null {
  const [, team, device, secret] = TOKEN.exec(text) ?? [];
  return team && device && secret ? { team, device, secret } : null;
}

export const writeToken = ({ team, device, secret }: Token): string => `slt_${team}${device}_${secret}`;

export function readInvite(text: string): InviteToken | null {
  const [, team, secret] = INVITE.exec(text) ?? [];
  return team && secret ? { team, secret } : null;
}

export const writeInvite = ({ team, secret }: InviteToken): string => `sli_${team}${secret}`;

export const createInviteSecret = (): string => randomBytes(16).toString('base64url');

/**
 * The secret of a device that joins, of 128 random bits the device made and as many of the invite. It is the same however
 * often the same asking comes: one that was late or doubled would otherwise end the token that was given before.
 */
export const secretOfJoining = (invite: InviteToken, key: string): string =>
  createHmac('sha256', invite.secret).update(key).digest('base64url');

/** What is stored of a secret. These are random and long, so a plain hash is enough; nothing is to be guessed. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url');

/** Whether a secret is the one that was hashed, in a time that tells nothing of either. */
export function isSecret(secret: string, hash: string): boolean {
  const said = Buffer.from(hashSecret(secret));
  const known = Buffer.from(hash);
  return said.length === known.length && timingSafeEqual(said, known);
}
