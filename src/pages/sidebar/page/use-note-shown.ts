import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { systemClock } from '../../../kit/clock.ts';
import type { Fit } from '../../../store/for-page.ts';
import type { RecordKey } from '../../../store/rows.ts';
import { noteShown } from '../../../store/suggestions.ts';
import { useStore } from '../desk.ts';

/**
 * Notes, on this device alone, which suggestions were really in view: what is never opened of them is what makes fewer
 * come. Gives where the list stands.
 */
export function useNoteShown(page: string, drawn: Fit[]): RefObject<HTMLDivElement | null> {
  const store = useStore();
  const list = useRef<HTMLDivElement>(null);
  const keys = drawn.map(({ record }): RecordKey => [record.team, record.id]);
  useEffect(() => {
    const standing = list.current;
    if (!standing || keys.length === 0) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || document.visibilityState !== 'visible') return;
      observer.disconnect();
      void noteShown(store, keys, systemClock);
    });
    observer.observe(standing);
    return () => observer.disconnect();
  }, [page, keys.join('\n')]);
  return list;
}
