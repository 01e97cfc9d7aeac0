import { live } from '../../../store/live.ts';
import { toldOutdated } from '../../../store/told.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';
import type { Row } from './row-list.tsx';

/**
 * One's own of which colleagues say that the page has changed: the only news that asks its author for something. Live,
 * undefined until first read.
 */
export function useTold(): Row[] | undefined {
  const { relaxed } = useStore();
  return useLive(() => live(() => toldOutdated(relaxed)), [])?.map((record) => ({ record }));
}
