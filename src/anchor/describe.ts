import type { Selector } from '../domain/target.ts';
import { isElement, parentOf } from './dom.ts';
import { pageOf } from './kept-pages.ts';
import { nodeAt, type Page, sectionAt } from './page.ts';
import { pathTo } from './path.ts';
import { reachOf } from './reach.ts';
import { finish } from './slices.ts';
import { pointAfter, pointBefore, readBetween, readSpan, type Span, toSpan } from './span.ts';

/**
 * What finds a passage again: its words with what stands around them, where it stood (counted in ink), and the section
 * that held it, by its id, or else a short path to its element. Nothing for a range without ink, or outside the root.
 */
export function describe(range: AbstractRange, root: Node): Selector[] {
  const page = finish(pageOf(root));
  const span = toSpan(page, range);
  if (!span) return [];
  const value = structureOf(page, span);
  return [
    quoteOf(page, span),
    { type: 'TextPositionSelector', ...span },
    ...(value ? [{ type: 'CssSelector', value }] : []),
  ];
}

/** The words and their context. A new line next to the words says that a block begins or ends with them. */
export function quoteOf(page: Page, { start, end }: Span): Selector {
  const reach = reachOf(page.ink, start, end);
  const [from, to] = [pointBefore(page, start), pointAfter(page, end)];
  return {
    type: 'TextQuoteSelector',
    exact: readSpan(page, { start, end }),
    prefix: readBetween(page, pointBefore(page, Math.max(0, start - reach)), from),
    suffix: readBetween(page, to, pointAfter(page, Math.min(page.ink.length, end + reach))),
  };
}

/** A path of more steps says too much about one day's markup to be found the next. */
const STEPS = 2;

function structureOf(page: Page, { start }: Span): string {
  const node = page.nodes[nodeAt(page, start)];
  const holder = node ? parentOf(node) : null;
  return sectionAt(page, start) || (isElement(holder) ? pathTo(holder, page.root, STEPS) : '');
}

/** What finds an element without text again: its place in the structure. */
export function describeElement(element: Element, root: Node): Selector[] {
  const value = pathTo(element, root);
  return value ? [{ type: 'CssSelector', value }] : [];
}
