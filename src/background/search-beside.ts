import { wordsOf } from '../domain/said.ts';
import { type Found, find } from '../store/find.ts';
import { quickRecent } from '../store/quick-home.ts';
import { BESIDE, BESIDE_LIMIT, type Beside } from '../wire/beside.ts';
import type { World } from './world.ts';

/** By then what the worker was woken for is done, mostly. */
const REST_MS = 300;

/**
 * Searches for a popup that is just opening, as long as the worker lives (wire/beside.ts). It has searched once before: where the
 * index is known and no line runs for the first time, an answer takes a third of the time. Returns how to stop.
 */
export function searchBeside({ store }: Pick<World, 'store'>): () => void {
  const channel = new BroadcastChannel(BESIDE);
  const say = (word: Beside<Found>) => channel.postMessage(word);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const asks = asked(data);
    if (asks === undefined) return;
    say({ hears: asks });
    // Where it fails the popup searches itself, and says what it meets.
    find(store.relaxed, asks, { limit: BESIDE_LIMIT }).then(
      (found) => say({ answers: asks, found }),
      () => {},
    );
  };
  // Whoever searches in earnest meets the failure.
  const rest = setTimeout(() => void searchOnce(store).catch(() => {}), REST_MS);
  return () => {
    clearTimeout(rest);
    channel.close();
  };
}

/** What somebody asks for; undefined of whatever else is said there, its own answers included. */
function asked(word: unknown): string | undefined {
  const asks = word !== null && typeof word === 'object' && 'asks' in word ? word.asks : undefined;
  return typeof asks === 'string' ? asks : undefined;
}

/** For two words of what is newest; nothing is waited for that the index does not tell. */
async function searchOnce({ relaxed }: World['store']): Promise<void> {
  const [newest] = await quickRecent(relaxed, 1);
  const said = newest ? Object.values(wordsOf(newest)).flat().join(' ') : '';
  const words = said.slice(0, 1_000).match(/\p{L}{4,}/gu) ?? [];
  if (words.length > 0) await find(relaxed, words.slice(0, 2).join(' '), { limit: BESIDE_LIMIT, patienceMs: 0 });
}
