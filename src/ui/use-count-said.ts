import { useEffect } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { count, text } from './text.ts';

const PAUSE_MS = 400;

/** Says how many a search has found, and whether older ones may be missing, once typing pauses. */
export function useCountSaid(found: { total: number; isPartial?: true } | undefined): void {
  useEffect(() => {
    if (!found) return;
    const many = count(found.total, 'foundOne', 'foundMany');
    const said = found.isPartial ? `${many}. ${text('searchPartial')}` : many;
    const timer = setTimeout(() => announce(said), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [found]);
}
