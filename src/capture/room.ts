import type { Passage } from './passage.ts';
import { withLive } from './ranges.ts';
import type { Edge } from './toast-host.ts';

/** What a toast needs at the page's edge. */
const NEEDED = 110;

/** Where a toast covers nothing of what was selected. */
export function roomFor({ range, document: holder }: Passage): Edge {
  if (holder !== document) return 'bottom';
  const box = withLive(range, (live) => live.getBoundingClientRect());
  if (!box) return 'bottom';
  const { top, bottom } = box;
  const isAtBottom = bottom > innerHeight - NEEDED && top < innerHeight;
  return isAtBottom && top > NEEDED ? 'top' : 'bottom';
}
