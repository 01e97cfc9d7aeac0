import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '../../kit/result.ts';

/** What was asked for when the part came into view; `again` asks anew. */
export interface Asked<T> {
  value: T | null;
  failure: Failure | null;
  again(): Promise<void>;
  /** Does something, asks anew, and keeps why it failed. */
  act<R>(work: () => Promise<Result<R>>): Promise<R | null>;
}

export function useAsked<T>(ask: () => Promise<Result<T>>): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = async () => {
    const result = await ask();
    if (result.ok) setValue(result.value);
    else setFailure(result.failure);
  };
  useEffect(() => void again(), []);
  const act = async <R>(work: () => Promise<Result<R>>): Promise<R | null> => {
    const done = await work();
    setFailure(done.ok ? null : done.failure);
    await again();
    return done.ok ? done.value : null;
  };
  return { value, failure, again, act };
}
