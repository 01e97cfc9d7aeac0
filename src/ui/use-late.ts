import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundFor } from './use-found.ts';

/**
 * What has become of an answer since it was shown; null as long as nothing has changed. What came is not put in by this: what a
 * hand is on its way to does not move. `changes` is another value whenever something may have changed; `look` then compares (`before`: what
 * it gave last of the same answer), and also where it was another one when the answer was being looked for (`asOf`).
 */
export function useLate<T extends { asOf?: unknown }, R>(
  answer: FoundFor<T> | null,
  changes: unknown,
  look: (answer: FoundFor<T>, before: R | undefined) => Promise<R>,
): R | null {
  const [late, setLate] = useState<{ answer: FoundFor<T>; seen: R } | null>(null);
  const seen = late && late.answer === answer ? late.seen : null;
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    const before = answer?.found.asOf ?? last.current;
    last.current = changes;
    if (!answer || before === undefined || before === changes) return;
    let isLeft = false;
    void look(answer, seen ?? undefined).then((now) => {
      if (!isLeft) setLate({ answer, seen: now });
    });
    return () => {
      isLeft = true;
    };
  }, [changes, answer]);
  return seen;
}
