import { type Found, find } from '../store/find.ts';
import { BESIDE, type Beside } from '../wire/beside.ts';
import type { World } from './world.ts';

/** Searches for a popup that is just opening, as long as the worker lives (wire/beside.ts). Returns how to stop. */
export function searchBeside({ store }: World): () => void {
  const channel = new BroadcastChannel(BESIDE);
  const say = (word: Beside<Found>) => channel.postMessage(word);
  channel.onmessage = ({ data }: MessageEvent<Beside<Found>>) => {
    const { asks } = data;
    if (asks === undefined) return;
    say({ hears: asks });
    // Where it fails the popup searches itself, and says what it meets.
    find(store.relaxed, asks, { limit: data.limit }).then(
      (found) => say({ answers: asks, found }),
      () => {},
    );
  };
  return () => channel.close();
}
