import type { Passage } from './passage.ts';
import type { Edge } from './toast-host.ts';

/** What a toast needs at the page's edge. */
const NEEDED = 110;

/** Where a toast covers nothing of what was selected. */
export function roomFor({ range, document: holder }: Passage): Edge {
  if (holder !== document) return 'bottom';
  const live = Document.prototype.createRange.call(document);
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const { top, bottom } = live.getBoundingClientRect();
  const isAtBottom = bottom > innerHeight - NEEDED && top < innerHeight;
  return isAtBottom && top > NEEDED ? 'top' : 'bottom';
}
