import { closestTo, elementAt, isElement, isTag, textOf } from './dom.ts';

const BLOCKS =
  'p, li, dd, dt, td, th, blockquote, pre, figcaption, h1, h2, h3, h4, h5, h6, div, section, article, main, body';
const UNREAD = 'script, style, noscript, template';
/** Nobody reads so much text as one paragraph. */
const NODES_MOST = 2_000;

/** Text that is read in one go: all in one block, with no other block between. */
export interface Run {
  /** White space is a space, but for the line feeds of code, and for one where a line ends. */
  text: string;
  pieces: { node: Text; start: number }[];
}

/** A place in a run's text, in characters from its start. */
export interface Span {
  start: number;
  end: number;
}

/** The run that a text node belongs to. */
export function runAround(node: Text): Run {
  const isCode = isTag(blockOf(node) ?? document.documentElement, 'pre');
  const before = neighbours(node, 'previousNode').reverse();
  const run: Run = { text: '', pieces: [] };
  for (const one of [...before, node, ...neighbours(node, 'nextNode')]) {
    if (one === 'break') run.text += '\n';
    else {
      run.pieces.push({ node: one, start: run.text.length });
      run.text += isCode ? one.data : one.data.replace(/\s/g, ' ');
    }
  }
  return run;
}

/** The next text that says something, in another run. */
export function textAfter({ pieces }: Run): Text | null {
  const last = pieces.at(-1)?.node;
  const walk = last && walkFrom(last);
  while (walk?.nextNode()) {
    const node = walk.currentNode;
    if (textOf(node)?.trim() && isRead(node)) return node as Text;
  }
  return null;
}

/** Characters of a run before a place in one of its nodes. */
export const placeIn = ({ pieces }: Run, node: Node, offset: number): number =>
  (pieces.find((piece) => piece.node === node)?.start ?? 0) + offset;

/** The text node at a place; at the seam of two, the earlier one for an end and the later one for a start. */
export function pointAt({ pieces }: Run, at: number, isEnd: boolean): [Node, number] {
  const isBefore = ({ start }: { start: number }) => (isEnd ? start < at : start <= at);
  const piece = pieces.findLast(isBefore) ?? pieces[0];
  if (!piece) throw new Error('a run without text');
  return [piece.node, Math.min(at - piece.start, piece.node.length)];
}

function neighbours(node: Text, step: 'nextNode' | 'previousNode'): (Text | 'break')[] {
  const found: (Text | 'break')[] = [];
  const block = blockOf(node);
  const walk = walkFrom(node);
  while (found.length < NODES_MOST && walk[step]()) {
    const one = walk.currentNode;
    if (isElement(one)) {
      if (isTag(one, 'br')) found.push('break');
    } else if (blockOf(one) === block) {
      if (isRead(one)) found.push(one as Text);
    } else if (textOf(one)?.trim() && isRead(one)) break;
  }
  return found;
}

function walkFrom(node: Node): TreeWalker {
  const SHOW_ELEMENT_AND_TEXT = 5; // as in NodeFilter
  const root = Node.prototype.getRootNode.call(node);
  const walk = Document.prototype.createTreeWalker.call(document, root, SHOW_ELEMENT_AND_TEXT);
  walk.currentNode = node;
  return walk;
}

/** Null where no block is around it, as in a shadow root: then it is the root itself. */
function blockOf(node: Node): Element | null {
  const element = elementAt(node);
  return element && closestTo(element, BLOCKS);
}

/** Shown as text. Whether it is shown at all makes the browser look at its style: for when a person asked for more. */
function isRead(node: Node): boolean {
  const element = elementAt(node);
  if (!element) return true;
  return !closestTo(element, UNREAD) && Element.prototype.checkVisibility?.call(element) !== false;
}
