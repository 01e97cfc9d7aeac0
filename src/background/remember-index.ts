import { rememberIndex } from '../browser/last-index.ts';
import type { Store } from '../store/db.ts';
import { readIndexRows } from '../store/index-rows.ts';
import { indexToText } from '../store/index-text.ts';
import { readStamp } from '../store/stamping.ts';

/**
 * Gives what remembers how the index stands, where it has become another: a popup that finds nobody with the database open then knows
 * which leaves to ask for before it is. To be done when all is at rest, since it is of no use after the next change.
 */
export function createRemembering({ relaxed }: Store): () => Promise<void> {
  let remembered: unknown;
  return async () => {
    if (remembered !== undefined && (await readStamp(relaxed)) === remembered) return;
    const rows = await readIndexRows(relaxed);
    await rememberIndex(indexToText(rows));
    remembered = rows.stamp?.value ?? '';
  };
}
