import { childAt, textOf } from './dom.ts';

/** So much blank text is passed over on the way to the words. */
const BLANKS_MOST = 50;

/**
 * The nodes in which a range's first and last words stand. Its ends may stand elsewhere: three clicks on a paragraph select
 * up to the beginning of the next one, and a hand that begins behind a line takes nothing of that.
 */
export function inkIn(range: AbstractRange, root: Node): [first: Node, last: Node] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return [firstIn(startContainer, startOffset, root), lastIn(endContainer, endOffset, root)];
}

function firstIn(node: Node, offset: number, root: Node): Node {
  const text = textOf(node);
  if (text !== null) return isInk(text.slice(offset)) ? node : walk(node, root, 'nextNode');
  const child = childAt(node, offset);
  return child && !isInk(textOf(child)) ? walk(child, root, 'nextNode') : (child ?? node);
}

function lastIn(node: Node, offset: number, root: Node): Node {
  const text = textOf(node);
  if (text !== null) return isInk(text.slice(0, offset)) ? node : walk(node, root, 'previousNode');
  const child = childAt(node, offset);
  return child ? walk(child, root, 'previousNode') : node;
}

const isInk = (text: string | null | undefined): boolean => Boolean(text?.trim());

/** The nearest text with ink before or after a node, or within it; the node itself where there is none near. */
function walk(from: Node, root: Node, step: 'nextNode' | 'previousNode'): Node {
  const SHOW_TEXT = 4; // as in NodeFilter
  const walker = Document.prototype.createTreeWalker.call(document, root, SHOW_TEXT);
  walker.currentNode = from;
  for (let i = 0; i < BLANKS_MOST; i++) {
    const text = walker[step]();
    if (!text) break;
    if (isInk(textOf(text))) return text;
  }
  return from;
}
