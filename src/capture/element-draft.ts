import { describeElement } from '../anchor/index.ts';
import type { Draft } from '../wire/messages.ts';
import type { Passage } from './passage.ts';

const CAPTURED = 'img, table, video, canvas, svg, math, audio, object';
const LABELS = ['alt', 'aria-label', 'title'];

/**
 * A selection without text may hold a picture or a table: then it is that element, found again by its place, and what
 * is quoted is its caption or alternative text. Null where there is none.
 */
export function describeElementIn(passage: Passage): Pick<Draft, 'quote' | 'selectors'> | null {
  const { startContainer, startOffset, endContainer, endOffset } = passage.range;
  const range = Document.prototype.createRange.call(passage.document);
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const root = Node.prototype.getRootNode.call(startContainer) as ParentNode & Node;
  for (const element of root.querySelectorAll(CAPTURED)) {
    if (!range.intersectsNode(element)) continue;
    const label = labelOf(element);
    return { selectors: describeElement(element, root), ...(label ? { quote: label } : {}) };
  }
  return null;
}

function labelOf(element: Element): string {
  const caption = element.querySelector('caption') ?? element.closest('figure')?.querySelector('figcaption');
  const labels = LABELS.map((name) => Element.prototype.getAttribute.call(element, name));
  return [caption?.textContent, ...labels].find((label) => label?.trim())?.trim() ?? '';
}
