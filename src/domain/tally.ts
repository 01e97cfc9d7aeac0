import type { Stamped } from './version.ts';

/**
 * A sum over records and their versions that does not depend on order: two sides that hold the same records have the same
 * sum, and it follows each change without looking at the others. Deleted records count nowhere, so that a side may forget
 * them. Made to notice what got lost on the way, not to withstand someone who wants it to match: 64 bits, no secret.
 */
export interface Tally {
  count: number;
  /** Two unsigned 32-bit sums, each modulo 2^32. */
  high: number;
  low: number;
}

type Counted = Stamped & { id: string };

export const emptyTally = (): Tally => ({ count: 0, high: 0, low: 0 });

/** Counts a record in. */
export const countIn = (tally: Tally, record: Counted): void => move(tally, record, 1);

/** Counts a record out that was counted in before. */
export const countOut = (tally: Tally, record: Counted): void => move(tally, record, -1);

function move(tally: Tally, record: Counted, by: 1 | -1): void {
  if (record.deleted) return;
  const { n, time, device, hash } = record.version;
  const [high, low] = mix(`${record.id}\n${n}\n${time}\n${device}\n${hash}`);
  tally.count += by;
  tally.high = (tally.high + by * high) >>> 0;
  tally.low = (tally.low + by * low) >>> 0;
}

/** Two 32-bit lanes of multiply and rotate, finished as MurmurHash3 (Appleby) finishes. */
function mix(text: string): [number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ code, 0x1b873593);
    b = (b << 13) | (b >>> 19);
  }
  return [finish(a ^ text.length), finish(b + a)];
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (lane: number): string => lane.toString(16).padStart(8, '0');

/** As it is stored and sent: `COUNT:HEX16`. */
export const writeTally = ({ count, high, low }: Tally): string => `${count}:${hex(high)}${hex(low)}`;

/** The tally of {@link writeTally}; null for what is none. */
export function readTally(text: string): Tally | null {
  const [, count, high, low] = /^(\d{1,15}):([0-9a-f]{8})([0-9a-f]{8})$/.exec(text) ?? [];
  if (count === undefined || high === undefined || low === undefined) return null;
  return { count: Number(count), high: Number.parseInt(high, 16), low: Number.parseInt(low, 16) };
}
