import { useEffect, useState } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { Empty } from './empty.tsx';
import { text } from './text.ts';

/** A database that takes longer to open is being moved to newer tables, or lies on a disk that is slow or at work: which, nobody can tell. */
const SLOW_MS = 500;

/**
 * That the database is still not open, after a while; nothing before, and nothing once it is. It stands last in what scrolls, for it comes and
 * goes by itself: what stands or is drawn above it does not move.
 */
export function MadeReady({ open }: { open: () => PromiseLike<unknown> }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
      announce(text('storeMadeReady'));
    }, SLOW_MS);
    const end = (): void => {
      clearTimeout(timer);
      setSlow(false);
    };
    // Whoever reads says what is wrong with it.
    open().then(end, end);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <Empty>{text('storeMadeReady')}</Empty> : null;
}
