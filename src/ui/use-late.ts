import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundFor } from './use-found.ts';

/**
 * What has become of an answer since it was shown; null as long as nothing has changed. What came is not put in by this: what a
 * hand is on its way to does not move. `changes` is another value whenever something may have changed; `look` then compares (`before`: what
 * it gave last of the same answer), and also where it was another one when the answer was being looked for (`asOf`). One look at a time goes to its
 * end: while thousands come in, something changes before each could.
 */
export function useLate<T extends { asOf?: unknown }, R>(
  answer: FoundFor<T> | null,
  changes: unknown,
  look: (answer: FoundFor<T>, before: R | undefined) => Promise<R>,
): R | null {
  const [, draw] = useState<R>();
  const last = useRef<unknown>(undefined);
  const now = useRef({ answer, look });
  now.current = { answer, look };
  const late = useRef<{ answer: FoundFor<T>; seen: R } | null>(null);
  const seenOf = (one: FoundFor<T> | null) => (late.current?.answer === one ? late.current?.seen : undefined);
  const wanted = useRef<FoundFor<T> | null>(null);
  const isLooking = useRef(false);
  const lookOn = async () => {
    if (isLooking.current) return;
    isLooking.current = true;
    while (wanted.current) {
      const of = wanted.current;
      wanted.current = null;
      // Another answer stands there by now.
      if (now.current.answer !== of) continue;
      try {
        const seen = await now.current.look(of, seenOf(of));
        late.current = { answer: of, seen };
        draw(seen);
      } catch (error) {
        // What has changed since it began is still to be looked at.
        reportError(error);
      }
    }
    isLooking.current = false;
  };
  useEffect(() => {
    const before = answer?.found.asOf ?? last.current;
    last.current = changes;
    if (!answer || before === undefined || before === changes) return;
    wanted.current = answer;
    void lookOn();
  }, [changes, answer]);
  return seenOf(answer) ?? null;
}
