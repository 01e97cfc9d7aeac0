import { useEffect, useState } from 'preact/hooks';

/** Longest wait for a moment without work. */
const IDLE_MS = 200;

/**
 * What is read about items after they are drawn, by key: nobody waits for it, and it keeps no next letter waiting. The last that was
 * read stays until there is other, so that nothing flickers. `items`: undefined as long as others are on their way. With other
 * `changes` it is read again.
 */
export function useLookedUp<T, R>(
  items: T[] | undefined,
  read: (items: T[]) => Promise<ReadonlyMap<string, R>>,
  changes?: unknown,
): ReadonlyMap<string, R> {
  const [known, setKnown] = useState<ReadonlyMap<string, R>>(new Map());
  useEffect(() => {
    if (!items || items.length === 0) return;
    let isLeft = false;
    const look = () =>
      void read(items).then(
        (found) => {
          if (!isLeft && found.size + known.size > 0) setKnown(found);
        },
        // Where the database does not answer, that is said where it is searched; this stays as it was.
        () => {},
      );
    const idle = requestIdleCallback(look, { timeout: IDLE_MS });
    return () => {
      isLeft = true;
      cancelIdleCallback(idle);
    };
  }, [items, changes]);
  return known;
}
