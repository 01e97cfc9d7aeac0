import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../kit/result.ts';

/** `unchanged` as it came · `waiting` typed and not stored yet · `kept` stored · `failed` with the reason. */
export type SaveState = { is: 'unchanged' | 'waiting' | 'kept' } | { is: 'failed'; failure: Failure };

const PAUSE_MS = 350;

export interface Autosave<T> {
  state: SaveState;
  /** Notes what was typed; it is stored after a short pause. */
  change: (value: T) => void;
  /** Stores now what waits. Resolves when nothing waits any more, or storing failed. */
  flush: () => Promise<void>;
}

/**
 * Stores what is typed, a moment after the last key, when the field is left, and when the page goes away. "Kept" is
 * said only once it is durable. One save runs at a time, and what was typed meanwhile follows it.
 */
export function useAutosave<T>(save: (value: T) => Promise<Result<unknown>>): Autosave<T> {
  const [state, setState] = useState<SaveState>({ is: 'unchanged' });
  const latest = useRef(save);
  latest.current = save;
  const waiting = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    running.current ??= saveAll(waiting, latest, setState).finally(() => {
      running.current = null;
    });
    return running.current;
  }, []);

  const change = useCallback((value: T): void => {
    waiting.current = { value };
    setState({ is: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  }, []);

  useEffect(() => {
    const leave = () => void flush();
    globalThis.addEventListener('pagehide', leave);
    return () => {
      globalThis.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return { state, change, flush };
}

interface Held<T> {
  current: T;
}

async function saveAll<T>(
  waiting: Held<{ value: T } | null>,
  save: Held<(value: T) => Promise<Result<unknown>>>,
  tell: (state: SaveState) => void,
): Promise<void> {
  while (waiting.current !== null) {
    const typed: { value: T } = waiting.current;
    const result = await save.current(typed.value);
    const isLatest = waiting.current === typed;
    if (isLatest && result.ok) waiting.current = null;
    if (isLatest) tell(result.ok ? { is: 'kept' } : { is: 'failed', failure: result.failure });
    if (isLatest && !result.ok) return;
  }
}
