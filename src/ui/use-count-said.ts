import { useEffect } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { count } from './text.ts';

const PAUSE_MS = 400;

/** Says how many a search has found, once typing pauses. */
export function useCountSaid(found: { total: number } | undefined): void {
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(() => announce(count(found.total, 'foundOne', 'foundMany')), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [found]);
}
