import { isDiskFull } from './commit.ts';
import type { Db } from './db.ts';
import { STAMP } from './index-stamp.ts';

/**
 * Waits until the disk has what was written before, what waited for no disk included: a browser writes to one log, in its order. What is
 * written for it is what stands there. False where the disk is full. Not promised is what stands in a log that Chromium's LevelDB has just
 * left for another, and is making a file of: for that tenth of a second a power cut, and nothing else, can take it.
 */
export async function bringToDisk(strict: Db): Promise<boolean> {
  try {
    await strict.transaction('rw', strict.meta, async () => {
      const stamp = await strict.meta.get(STAMP);
      if (stamp) await strict.meta.put(stamp);
    });
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}
