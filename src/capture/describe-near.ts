import { describe, forget } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import { allTextOf, childAt, elementAt, nextSiblingOf, nodeAbove, parentOf, previousSiblingOf, textOf } from './dom.ts';
import { inkIn } from './ink-in.ts';
import { ASIDE, hold } from './ranges.ts';

/** Characters of what is read in no time. */
const NEAR_MOST = 20_000;
/** An element that says less may hold nothing but the passage: a word in bold, a cell of a table. */
const NEAR_LEAST = 1_000;

/** The words of a passage, and what stands beside them; undefined where they reach over much of the page. */
export function describeNear(range: AbstractRange, root: Node): Selector | undefined {
  const [first, last] = inkIn(range, root);
  const near = surroundingsOf(first, last, root);
  return near ? wordsIn(range, near) : describeStretch(range, first, last);
}

function wordsIn(range: AbstractRange, near: Node): Selector | undefined {
  const selectors = describe(range, near);
  forget(near);
  return selectors.find(({ type }) => type === 'TextQuoteSelector');
}

/** The smallest element around that is sure to say something beside it, or else the largest that is read in no time. */
function surroundingsOf(first: Node, last: Node, root: Node): Element | undefined {
  let found: Element | undefined;
  for (let near = elementAt(first); near && near !== root; near = parentOf(near)) {
    if (!Node.prototype.contains.call(near, last)) continue;
    const length = allTextOf(near).length;
    if (length > NEAR_MOST) break;
    found = near;
    if (length >= NEAR_LEAST) break;
  }
  return found;
}

/**
 * Where the smallest element that holds all of it holds much of the page, as with paragraphs side by side: those of its
 * children that hold the passage, and a few around, are read in a copy. It is made in a document that is shown nowhere, in
 * which no picture is loaded and nothing of the page's comes to life.
 */
function describeStretch(range: AbstractRange, first: Node, last: Node): Selector | undefined {
  const [from, to] = childrenAbove(first, last);
  if (!from || !to) return undefined;
  const inside = takeFrom(from, nextSiblingOf, NEAR_MOST, to);
  if (!inside.includes(to)) return undefined;
  const before = takeFrom(previousSiblingOf(from), previousSiblingOf, NEAR_LEAST).reverse();
  const children = [...before, ...inside, ...takeFrom(nextSiblingOf(to), nextSiblingOf, NEAR_LEAST)];
  const copies = children.map((child): Node => Document.prototype.importNode.call(ASIDE, child, true));
  const box = Document.prototype.createDocumentFragment.call(ASIDE);
  box.append(...copies);
  const inCopy = (node: Node): Node | undefined => {
    const child = children.find((one) => Node.prototype.contains.call(one, node));
    return child && counterpart(node, child, copies[children.indexOf(child)] ?? box);
  };
  // An end that stands beside the children is that of the words themselves.
  const start = inCopy(range.startContainer);
  const end = inCopy(range.endContainer);
  const startContainer = start ?? inCopy(first) ?? box;
  const endContainer = end ?? inCopy(last) ?? box;
  const startOffset = start ? range.startOffset : 0;
  const endOffset = end ? range.endOffset : (textOf(last)?.length ?? 0);
  return wordsIn(hold({ startContainer, startOffset, endContainer, endOffset }), box);
}

/** The two children of the smallest node that holds both, in which they stand. */
function childrenAbove(first: Node, last: Node): [Node, Node] | [] {
  for (let from = first; ; ) {
    const around = nodeAbove(from);
    if (!around) return [];
    if (Node.prototype.contains.call(around, last)) {
      let to = last;
      for (let above = nodeAbove(to); above && above !== around; above = nodeAbove(to)) to = above;
      return [from, to];
    }
    from = around;
  }
}

/** Siblings one after the other, until they say so much, or that one has come; one that says much more itself is left out. */
function takeFrom(from: Node | null, next: (node: Node) => Node | null, most: number, to?: Node): Node[] {
  const taken: Node[] = [];
  let length = 0;
  for (let one = from; one && length < most; one = next(one)) {
    length += allTextOf(one)?.length ?? 0;
    if (length > NEAR_MOST) break;
    taken.push(one);
    if (one === to) break;
  }
  return taken;
}

/** Of a node within a tree the one at the same place in its copy. */
function counterpart(node: Node, tree: Node, copy: Node): Node {
  const above = node === tree ? null : nodeAbove(node);
  if (!above) return copy;
  let at = 0;
  for (let before = previousSiblingOf(node); before; before = previousSiblingOf(before)) at++;
  return childAt(counterpart(above, tree, copy), at) ?? copy;
}
