import { busy, tooMany } from './problem.ts';

/** Memory for what is being received, over all requests of the process. */
export interface Arriving {
  /** For the body of one request of `sender`'s: `take` what came before it is kept, `end` when it is all here or broke off. */
  begin(sender: string): { take(bytes: number): void; end(): void };
}

/** Of bodies that are still coming, in all and from one member, or one address without a token: two browsers with six connections and 1 MB on each have room. */
const BYTES_MAX = 64 * 1024 * 1024;
const OF_ONE_MAX = 16 * 1024 * 1024;
/** Seconds after which somebody comes again who sends more at once than they may. */
const LATER_SECONDS = 5;

/**
 * Bodies that come slowly are bounded in all, however many senders there are. What counts is what came, not what is said to
 * come, so that nobody holds room with a promise; and one sender alone never holds all of it. `take` throws `too-many`:
 * 429 where the sender itself sends so much, 503 where all together do.
 */
export function createArriving(most = BYTES_MAX, ofOneMost = OF_ONE_MAX): Arriving {
  const bytesBySender = new Map<string, number>();
  let all = 0;
  return {
    begin(sender) {
      let taken = 0;
      const add = (bytes: number) => {
        const own = (bytesBySender.get(sender) ?? 0) + bytes;
        if (own > 0) bytesBySender.set(sender, own);
        else bytesBySender.delete(sender);
        taken += bytes;
        all += bytes;
      };
      return {
        take(bytes) {
          if ((bytesBySender.get(sender) ?? 0) + bytes > ofOneMost) throw tooMany(LATER_SECONDS);
          if (all + bytes > most) throw busy();
          add(bytes);
        },
        end: () => add(-taken),
      };
    },
  };
}
