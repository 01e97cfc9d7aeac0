import { isDiskFull } from './commit.ts';
import type { Db } from './db.ts';
import { STAMP } from './index-stamp.ts';

/**
 * Waits until the disk has all that was written before, what waited for no disk included: a browser writes to one log, in its order. What is
 * written for it is what stands there. False where the disk is full.
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
