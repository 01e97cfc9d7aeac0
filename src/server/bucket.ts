import type { Clock } from '../kit/clock.ts';

/** Lets so many through on average, with a reserve for moments when more come at once. */
export interface Buckets {
  /** Takes one for `key`; gives 0, or the seconds to wait where none is left. */
  take(key: string): number;
  /** Seconds to wait until one is there, without taking it. */
  peek(key: string): number;
}

interface Bucket {
  left: number;
  at: number;
}

const KEYS_MAX = 100_000;

/** Token buckets by key: each holds `reserve` and gains `perSecond`. Full ones are forgotten, so the map stays small. */
export function createBuckets(perSecond: number, reserve: number, clock: Clock): Buckets {
  const bucketsByKey = new Map<string, Bucket>();
  const look = (key: string): Bucket => {
    const now = clock();
    const standing = bucketsByKey.get(key);
    const gained = standing ? (Math.max(0, now - standing.at) / 1000) * perSecond : reserve;
    return { left: Math.min(reserve, (standing?.left ?? 0) + gained), at: now };
  };
  const waitFor = ({ left }: Bucket) => (left >= 1 ? 0 : (1 - left) / perSecond);
  const makeRoom = () => {
    for (const key of bucketsByKey.keys()) if (look(key).left >= reserve) bucketsByKey.delete(key);
    if (bucketsByKey.size >= KEYS_MAX) bucketsByKey.clear();
  };
  return {
    peek: (key) => waitFor(look(key)),
    take(key) {
      if (bucketsByKey.size >= KEYS_MAX) makeRoom();
      const bucket = look(key);
      const wait = waitFor(bucket);
      bucketsByKey.set(key, wait > 0 ? bucket : { ...bucket, left: bucket.left - 1 });
      return wait;
    },
  };
}
