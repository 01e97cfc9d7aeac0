import type { Passage } from './passage.ts';

/** What a toast needs at the page's edge. */
const EDGE = 110;

/** Where a toast covers nothing of what was selected. */
export function roomFor({ range, document: holder }: Passage): 'top' | 'bottom' {
  if (holder !== document) return 'bottom';
  const live = Document.prototype.createRange.call(document);
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const { top, bottom } = live.getBoundingClientRect();
  const isAtBottom = bottom > innerHeight - EDGE && top < innerHeight;
  return isAtBottom && top > EDGE ? 'top' : 'bottom';
}
