import type { Clock } from '../kit/clock.ts';
import type { Log } from './log.ts';
import type { Bearer, Shelf } from './shelf/shelf.ts';

const HOUR_MS = 3_600_000;

/** Notes that a device was here, for its owner's list of devices: to the hour, and never in the way of an answer. */
export function createSeen(shelf: Shelf, clock: Clock, log: Log): (bearer: Bearer) => void {
  const notedByDevice = new Map<string, number>();
  return ({ team, device }) => {
    const now = clock();
    if (now - (notedByDevice.get(device) ?? 0) < HOUR_MS) return;
    notedByDevice.set(device, now);
    shelf.noteSeen(team.id, device, now).catch((error: unknown) => {
      notedByDevice.delete(device);
      log.problem({ what: 'seen', error: String(error) });
    });
  };
}
