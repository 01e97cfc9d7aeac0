import type { Selector } from '../domain/target.ts';
import { isElement, parentOf } from './dom.ts';
import { pageOf } from './kept-pages.ts';
import { gapAt, nodeAt, type Page, sectionAt } from './page.ts';
import { pathTo } from './path.ts';
import { reachOf } from './reach.ts';
import { finish } from './slices.ts';
import { readSpan, type Span, toSpan } from './span.ts';

/**
 * What finds a passage again: its words with what stands around them, where it stood (counted in ink), and the section
 * that held it, by its id, or else a short path to its element. Nothing for a range without ink, or outside the root.
 */
export function describe(range: AbstractRange, root: Node): Selector[] {
  const page = finish(pageOf(root));
  const span = toSpan(page, range);
  if (!span) return [];
  const structure = structureOf(page, span);
  return [
    quoteOf(page, span),
    { type: 'TextPositionSelector', ...span },
    ...(structure ? [{ type: 'CssSelector', value: structure }] : []),
  ];
}

/** The words and their context. Its white space is kept next to the words: it tells where a word or block ends. */
export function quoteOf(page: Page, span: Span): Selector {
  const { start, end } = span;
  const reach = reachOf(page.ink, start, end);
  return {
    type: 'TextQuoteSelector',
    exact: readSpan(page, span),
    prefix: readSpan(page, { start: Math.max(0, start - reach), end: start }) + gapAt(page, start),
    suffix: gapAt(page, end) + readSpan(page, { start: end, end: Math.min(page.ink.length, end + reach) }),
  };
}

/** A path of more steps says too much about one day's markup to be found the next. */
const STEPS = 3;

function structureOf(page: Page, { start }: Span): string {
  const id = sectionAt(page, start);
  if (id) return `#${CSS.escape(id)}`;
  const node = page.nodes[nodeAt(page, start)];
  const holder = node ? parentOf(node) : null;
  return isElement(holder) ? pathTo(holder, page.root, STEPS) : '';
}

/** What finds an element without text again: its place in the structure. */
export function describeElement(element: Element, root: Node): Selector[] {
  const value = pathTo(element, root);
  return value ? [{ type: 'CssSelector', value }] : [];
}
