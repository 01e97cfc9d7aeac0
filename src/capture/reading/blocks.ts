import type { Sliced } from '../../anchor/slices.ts';
import { firstChildOf, isElement, nameOf, nextSiblingOf, shadowOf, textOf } from '../dom.ts';
import { headingLevel, isAround, isInline, isLink, isMain, isUnread } from './tags.ts';

/** A stretch of text that nothing parts: a paragraph, a list item, a cell. */
export interface Block {
  text: string;
  words: number;
  /** Share of its characters that are links. */
  linked: number;
  /** 1 to 6 for a heading. */
  level: number;
  /** The element that holds it, by its number among those that hold others. */
  holder: number;
  /** The innermost element around it that its author has named as something beside the text; 0 for none. */
  aside: number;
}

/** The blocks of a page in their order, and the elements that hold them. */
export interface Blocks {
  blocks: Block[];
  /** For each holder the one around it; outer ones come first. -1 around all. */
  holders: number[];
  /** Holders that the page says are its text. */
  mains: Set<number>;
  /** For each element that is named as something beside the text the one around it; outer ones come first. */
  asides: number[];
}

/** Nodes between two looks at the clock. */
const STRIDE = 64;
/** More text of a page is not read, nor more nodes: what it is about is said by then. */
const TEXT_MAX = 250_000;
const NODES_MAX = 80_000;
const BLOCK_MAX = 20_000;

/** Where the walk stands: one for each element that it is in. */
interface Level {
  element: Element;
  next: Node | null;
  isInline: boolean;
  isLink: boolean;
  aside: number;
  level: number;
  holder: number;
}

/** Reads a tree into blocks; yields now and then. Nothing is asked about layout, so that no page has to be laid out for it. */
export function* readBlocks(root: Element, limit: { isOver: boolean }): Sliced<Blocks> {
  const found: Blocks = { blocks: [], holders: [-1], mains: new Set(), asides: [0] };
  const writing = createWriting(found);
  const stack: Level[] = [toLevel(root, undefined, found)];
  let read = 0;
  for (let seen = 1; stack.length > 0 && seen < NODES_MAX && read < TEXT_MAX && !limit.isOver; seen++) {
    if (seen % STRIDE === 0) yield;
    const level = stack.at(-1) as Level;
    const node = level.next;
    if (!node) {
      stack.pop();
      if (!level.isInline) writing.end();
      continue;
    }
    level.next = nextSiblingOf(node);
    if (isElement(node)) enter(node, level, stack, found, writing);
    else read += writing.add(textOf(node), level);
  }
  writing.end();
  return found;
}

function enter(element: Element, around: Level, stack: Level[], found: Blocks, writing: Writing): void {
  const tag = nameOf(element);
  if (tag === 'br' || tag === 'hr') return void writing.add(' ', around);
  if (isUnread(element, tag, found.mains.has(around.holder))) return;
  const level = toLevel(element, around, found);
  if (!level.isInline) writing.end();
  stack.push(level);
  const shadow = shadowOf(element);
  if (shadow) stack.push({ ...level, next: firstChildOf(shadow) });
}

function toLevel(element: Element, around: Level | undefined, { holders, mains, asides }: Blocks): Level {
  const tag = nameOf(element);
  const inline = around !== undefined && isInline(tag);
  const main = !inline && isMain(element, tag);
  let holder = around?.holder ?? 0;
  if (!inline && (HOLDS.test(tag) || main)) {
    holder = holders.push(holder) - 1;
    // What stands inside the text the page points at is inside it too.
    if (main || (around && mains.has(around.holder))) mains.add(holder);
  }
  return {
    element,
    next: firstChildOf(element),
    isInline: inline,
    isLink: around?.isLink === true || isLink(element),
    aside: isAround(element, tag) ? asides.push(around?.aside ?? 0) - 1 : (around?.aside ?? 0),
    level: headingLevel(tag) || (inline ? (around?.level ?? 0) : 0),
    holder,
  };
}

/** Elements that hold blocks; others are blocks themselves. */
const HOLDS = /^(?:div|section|article|main|td|ul|ol|dl|table|body|form|center|blockquote|details)$/;

interface Writing {
  add(text: string | null, level: Level): number;
  end(): void;
}

/** Puts a block together from the texts between two ends. */
function createWriting({ blocks }: Blocks): Writing {
  let text = '';
  let linked = 0;
  let at: Level | undefined;
  return {
    add(more, level) {
      if (!more || text.length > BLOCK_MAX) return 0;
      text += more;
      if (level.isLink) linked += more.trim().length;
      // A heading may hold a link, a paragraph may begin inside one: what holds the first word holds the block.
      if (!at && more.trim() !== '') at = level;
      return more.length;
    },
    end() {
      const whole = text.replace(/\s+/g, ' ').trim();
      if (at && whole !== '') {
        const { level, holder, aside } = at;
        const share = Math.min(1, linked / whole.length);
        blocks.push({ text: whole, words: countWords(whole), linked: share, level, holder, aside });
      }
      text = '';
      linked = 0;
      at = undefined;
    },
  };
}

/** Words by spaces; in scripts without spaces two characters are taken for one. */
function countWords(text: string): number {
  const spaced = text.split(' ').length;
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return Math.max(spaced, Math.round(dense / 2));
}
