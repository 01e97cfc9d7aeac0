import type { Hub } from './hub.ts';
import type { FanOut } from './shelf/fan-out.ts';

/** Tells those who listen, here and at the other nodes. */
export interface Spread {
  /** Something changed in a team. */
  news(team: string): void;
  /** A device's token ended. */
  end(team: string, device: string): void;
}

export const createSpread = (hub: Hub, fanOut: FanOut): Spread => ({
  news(team) {
    hub.nudge(team);
    fanOut.announce(`news ${team}`);
  },
  end(team, device) {
    hub.end(team, device);
    fanOut.announce(`end ${team} ${device}`);
  },
});

/** What another node said. */
export function hearOther(hub: Hub, word: string): void {
  const [what, team = '', device = ''] = word.split(' ');
  if (what === 'news') hub.nudge(team);
  if (what === 'end') hub.end(team, device);
}
