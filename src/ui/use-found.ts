import { useEffect, useRef, useState } from 'preact/hooks';

/** What a search gave, and what had been typed for it. */
export interface FoundFor<T> {
  typed: string;
  found: T;
}

/** Whether what is shown is not yet the answer to what is typed. */
export const isBehind = (typed: string, answer: FoundFor<unknown> | null): boolean =>
  typed.trim() !== (answer?.typed ?? '');

/**
 * Searches for what is typed: one search runs at a time, what was typed meanwhile is searched next, and an answer that
 * was overtaken by an empty field is not shown. Null before the first answer and when nothing is typed.
 */
export function useFound<T>(typed: string, find: (typed: string) => Promise<T>): FoundFor<T> | null {
  const [answer, setAnswer] = useState<FoundFor<T> | null>(null);
  const wanted = useRef(typed);
  const running = useRef(false);
  wanted.current = typed.trim();

  useEffect(() => {
    const search = async () => {
      if (running.current) return;
      running.current = true;
      try {
        for (let last: string | null = null; last !== wanted.current; ) {
          last = wanted.current;
          setAnswer(last === '' ? null : { typed: last, found: await find(last) });
        }
      } finally {
        running.current = false;
      }
    };
    void search();
  }, [typed.trim()]);

  return wanted.current === '' ? null : answer;
}
