import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundFor } from './use-found.ts';

/**
 * How many results have come since an answer was shown, 0 for none. They are counted, not put in: what a hand
 * is on its way to does not move. `changes` is another value whenever something may have changed; `missing` searches
 * once more and counts what the answer has not.
 */
export function useLate<T>(
  answer: FoundFor<T> | null,
  changes: unknown,
  missing: (answer: FoundFor<T>) => Promise<number>,
): number {
  const [late, setLate] = useState<{ answer: FoundFor<T> | null; number: number }>({ answer: null, number: 0 });
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    const isFirst = last.current === undefined;
    last.current = changes;
    if (isFirst || !answer) return;
    let isLeft = false;
    void missing(answer).then((number) => {
      if (!isLeft) setLate({ answer, number });
    });
    return () => {
      isLeft = true;
    };
  }, [changes]);
  return late.answer === answer ? late.number : 0;
}
