import { useEffect, useState } from 'preact/hooks';

/**
 * What is read about items after they are drawn, by key: nobody waits for it. The last that was read stays until there
 * is other, so that nothing flickers.
 */
export function useLookedUp<T, R>(
  items: T[] | undefined,
  read: (items: T[]) => Promise<ReadonlyMap<string, R>>,
): ReadonlyMap<string, R> {
  const [known, setKnown] = useState<ReadonlyMap<string, R>>(new Map());
  useEffect(() => {
    if (!items || items.length === 0) return;
    let isLeft = false;
    void read(items).then((found) => {
      if (!isLeft && found.size + known.size > 0) setKnown(found);
    });
    return () => {
      isLeft = true;
    };
  }, [items]);
  return known;
}
