import { createArriving } from './arriving.ts';
import { createBuckets } from './bucket.ts';
import { createCounts } from './counts.ts';
import { createHub } from './hub.ts';
import type { Parts } from './parts.ts';
import { createPushLine } from './push-line.ts';
import { createReading } from './reading.ts';
import { createSeen } from './seen.ts';
import { createSpread, hearOther } from './spread.ts';

const READS_PER_SECOND = 50;
/** A device that comes back from far may read this long at once. */
const READS_RESERVE_SECONDS = 60;

/** Makes the parts that live as long as the process, from those that were given. */
export async function assemble(
  given: Omit<Parts, 'hub' | 'spread' | 'arriving' | 'reading' | 'line' | 'limits' | 'counts' | 'seen'>,
): Promise<Parts> {
  const { config, shelf, log, clock } = given;
  const hub = createHub(shelf, log);
  const fanOut = await shelf.fanOut((word) => hearOther(hub, word));
  const spread = createSpread(hub, fanOut);
  return {
    ...given,
    hub,
    spread,
    counts: createCounts(),
    seen: createSeen(shelf, clock, log),
    arriving: createArriving(),
    reading: createReading(log),
    line: createPushLine(shelf, spread.news),
    limits: {
      pushes: createBuckets(config.pushesPerMinute / 60, config.pushesPerMinute, clock),
      reads: createBuckets(READS_PER_SECOND, READS_PER_SECOND * READS_RESERVE_SECONDS, clock),
      failedJoins: createBuckets(config.failedJoinsPerHour / 3_600, config.failedJoinsPerHour, clock),
    },
  };
}
