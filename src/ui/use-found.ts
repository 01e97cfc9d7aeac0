import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asTyped } from './as-typed.ts';

/** What a search gave, and what had been typed for it. */
export interface FoundFor<T> {
  typed: string;
  found: T;
}

/** Whether what is shown is not yet the answer to what is typed. */
export const isBehind = (typed: string, answer: FoundFor<unknown> | null): boolean =>
  asTyped(typed) !== (answer?.typed ?? '');

/**
 * Searches for what is typed: one search runs at a time, what was typed meanwhile is searched next, and an answer that
 * was overtaken by an empty field is not shown. A search that is overtaken is told by its signal, and may fail:
 * then it has no answer. With another `turn` the same is searched once more. `first` is what was found
 * before anything was drawn. Null before the first answer and when nothing is typed.
 */
export function useFound<T>(
  typed: string,
  find: (typed: string, signal: AbortSignal) => Promise<T>,
  turn: unknown = 0,
  first: FoundFor<T> | null = null,
): FoundFor<T> | null {
  const [answer, setAnswer] = useState(first);
  const isKnown = useRef(first?.typed === asTyped(typed));
  const wanted = useRef({ typed: '', turn, find });
  const running = useRef<AbortController | null>(null);
  wanted.current = { typed: asTyped(typed), turn, find };

  // At once: an ordinary effect waits for the next frame, which is longer than the search.
  useLayoutEffect(() => {
    const isDone = (last: typeof wanted.current) =>
      last.typed === wanted.current.typed && last.turn === wanted.current.turn;
    const search = async () => {
      if (running.current) return void running.current.abort();
      try {
        let last: typeof wanted.current;
        let isCut: boolean;
        do {
          isCut = false;
          last = wanted.current;
          running.current = new AbortController();
          const { signal } = running.current;
          try {
            setAnswer(last.typed === '' ? null : { typed: last.typed, found: await last.find(last.typed, signal) });
          } catch (error) {
            if (!signal.aborted) throw error;
            isCut = true;
          }
          // The same may have been typed again meanwhile.
        } while (isCut || !isDone(last));
      } finally {
        running.current = null;
      }
    };
    // What is shown from the start need not be searched for.
    if (!isKnown.current) void search();
    isKnown.current = false;
  }, [asTyped(typed), turn]);

  return wanted.current.typed === '' ? null : answer;
}
