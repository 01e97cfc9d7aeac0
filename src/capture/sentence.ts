import { closestTo, elementAt, isTag } from './dom.ts';

const BLOCKS =
  'p, li, dd, dt, td, th, blockquote, pre, figcaption, h1, h2, h3, h4, h5, h6, div, section, article, main, body';

/** A place in a block's text, in characters from its start. */
interface Span {
  start: number;
  end: number;
}

/**
 * A selection grown by a sentence: first to the whole sentences it touches, then by the next one, over the end of a
 * block into the next. A caret becomes its sentence. Null where there is nothing to grow into.
 */
export function growBySentence(range: AbstractRange, lang: string): Range | null {
  const first = blockAt(range.startContainer);
  const last = blockAt(range.endContainer);
  if (!first || !last) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset);
  const end = offsetIn(last, range.endContainer, range.endOffset);
  const from = sentencesOf(first, lang).findLast((one) => one.start <= start)?.start ?? start;
  const to = sentencesOf(last, lang).find((one) => one.end >= Math.max(end, 1))?.end ?? end;
  const isWhole = from === start && to === end;
  if (!isWhole) return rangeFrom(first, from, last, to);
  const next = sentencesOf(last, lang).find((one) => one.end > end);
  if (next) return rangeFrom(first, start, last, next.end);
  const following = blockAfter(last);
  const sentence = following && sentencesOf(following, lang)[0];
  return following && sentence ? rangeFrom(first, start, following, sentence.end) : null;
}

function blockAt(node: Node): Element | null {
  const element = elementAt(node);
  return element && closestTo(element, BLOCKS);
}

/** Sentences of a block's text, without the white space around them. */
function sentencesOf(block: Element, lang: string): Span[] {
  // A line that was wrapped in the source ends a sentence to the segmenter, and none to a reader; but in code it does.
  const source = block.textContent ?? '';
  const text = isTag(block, 'pre') ? source : source.replace(/\s/g, ' ');
  return [...segmenter(lang).segment(text)].flatMap(({ index, segment }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    return end > start ? [{ start, end }] : [];
  });
}

/** A page may claim a language that is none. */
function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

function offsetIn(block: Element, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

function rangeFrom(first: Element, start: number, last: Element, end: number): Range {
  const range = document.createRange();
  range.setStart(...pointAt(first, start, false));
  range.setEnd(...pointAt(last, end, true));
  return range;
}

/** The text node at a place; at the seam of two, the earlier one for an end and the later one for a start. */
function pointAt(block: Element, at: number, isEnd: boolean): [Node, number] {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (walk.nextNode()) {
    const { length } = walk.currentNode as Text;
    if (isEnd ? at <= before + length : at < before + length) return [walk.currentNode, at - before];
    before += length;
  }
  return [block, isEnd ? block.childNodes.length : 0];
}

/** The next block that has something to read. */
function blockAfter(block: Element): Element | null {
  const walk = document.createTreeWalker(Node.prototype.getRootNode.call(block), NodeFilter.SHOW_TEXT);
  walk.currentNode = block;
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    if (Node.prototype.contains.call(block, text) || text.data.trim() === '') continue;
    const holder = elementAt(text);
    if (holder && closestTo(holder, 'script, style, noscript, template')) continue;
    return blockAt(text);
  }
  return null;
}
