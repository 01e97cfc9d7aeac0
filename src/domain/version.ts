import type { Clock } from '../kit/clock.ts';
import { base64Url } from '../kit/id.ts';
import { canonicalText } from './canonical.ts';
import type { JsonObject } from './json.ts';

/**
 * The version of a record, ordered field by field: `n` first, so an edit made on top of another always wins whatever
 * the clocks say; the rest only break ties between edits that one author's devices made apart. `hash` makes even two
 * devices with the same id (a copied profile) agree. Source: Lamport 1978; measured in the design's sync decision.
 */
export interface Version {
  /** 1 for the first, then one more than the version the edit was made on. */
  n: number;
  /** Milliseconds since 1970 on the device that wrote it. */
  time: number;
  device: string;
  /** {@link hashBody} of the body, '' for none. */
  hash: string;
}

export interface Stamped {
  version: Version;
  deleted?: true;
}

/** Later of two versions of one record: > 0 when `a` wins. A deletion wins over every edit. */
export function compareVersions(a: Stamped, b: Stamped): number {
  if (Boolean(a.deleted) !== Boolean(b.deleted)) return a.deleted ? 1 : -1;
  return (
    a.version.n - b.version.n ||
    a.version.time - b.version.time ||
    compareText(a.version.device, b.version.device) ||
    compareText(a.version.hash, b.version.hash)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The version that follows `previous` (or the first one). Takes the hash, since hashing waits and a transaction cannot. */
export function nextVersion(previous: Version | undefined, device: string, hash: string, clock: Clock): Version {
  return { n: (previous?.n ?? 0) + 1, time: clock(), device, hash };
}

/** How much of the SHA-256 a hash has: 128 bits. */
export const HASH_BYTES = 16;

/** First 128 bits of SHA-256 over the {@link canonicalText} of a body, base64url; '' for no body. */
export async function hashBody(body: JsonObject | null): Promise<string> {
  if (body === null) return '';
  const bytes = new TextEncoder().encode(canonicalText(body));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return base64Url(new Uint8Array(digest).subarray(0, HASH_BYTES));
}
