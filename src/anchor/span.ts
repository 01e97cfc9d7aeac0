import { createRange, isText } from './dom.ts';
import { inkBefore, offsetOfInk } from './ink.ts';
import { nodeAt, type Page } from './page.ts';

/** A stretch of a page's ink, end not included. */
export interface Span {
  start: number;
  end: number;
}

/** The ink a range covers, or null where it holds none or lies outside the page's root. */
export function toSpan(page: Page, range: AbstractRange): Span | null {
  try {
    const start = inkAt(page, range.startContainer, range.startOffset);
    const end = inkAt(page, range.endContainer, range.endOffset);
    return end > start ? { start, end } : null;
  } catch {
    return null; // A boundary in another tree: comparePoint refuses.
  }
}

/** Ink before a boundary point. */
function inkAt(page: Page, container: Node, offset: number): number {
  const point = createRange(container);
  point.setStart(container, offset);
  point.collapse(true);
  let low = 0;
  let high = page.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = page.nodes[middle];
    if (node && point.comparePoint(node, 0) >= 0) high = middle;
    else low = middle + 1;
  }
  const before = page.nodes[low - 1];
  if (before === container && isText(container)) {
    return (page.starts[low - 1] ?? 0) + inkBefore(container.data, offset);
  }
  return page.starts[low] ?? page.ink.length;
}

/** The range from the first to the last unit of ink of a span; null where the page has changed since it was read. */
export function toRange(page: Page, { start, end }: Span): Range | null {
  const first = nodeAt(page, start);
  const last = nodeAt(page, end - 1);
  const from = page.nodes[first];
  const to = page.nodes[last];
  if (!from || !to) return null;
  const range = createRange(from);
  try {
    range.setStart(from, offsetOfInk(from.data, start - (page.starts[first] ?? 0)));
    range.setEnd(to, offsetOfInk(to.data, end - 1 - (page.starts[last] ?? 0)) + 1);
  } catch {
    return null;
  }
  return range.collapsed ? null : range;
}

/** What a span says, as it reads: white space is one space, blocks and lines part by a new line. */
export function readSpan(page: Page, { start, end }: Span): string {
  const first = nodeAt(page, start);
  const last = end > start ? nodeAt(page, end - 1) : first - 1;
  let text = '';
  for (let i = first; i <= last; i++) {
    const data = page.nodes[i]?.data ?? '';
    const from = i === first ? offsetOfInk(data, start - (page.starts[i] ?? 0)) : 0;
    const to = i === last ? offsetOfInk(data, end - 1 - (page.starts[i] ?? 0)) + 1 : data.length;
    text += (i > first ? page.gaps[i] : '') + data.slice(from, to).replace(/\s+/g, ' ');
  }
  return text.replace(/ *\n */g, '\n').replace(/ +/g, ' ');
}
