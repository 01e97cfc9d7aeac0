import type { Selector } from '../domain/target.ts';
import { isElement, parentOf } from './dom.ts';
import { finish, nodeAt, type Page, readPage } from './page.ts';
import { hintTo, pathTo } from './path.ts';
import { readSpan, toSpan } from './span.ts';

/** Ink of context kept on each side. */
const CONTEXT = 44;

/**
 * What finds a passage again: its words with what stands around them, where it stood (counted in ink), and the element
 * that held its start. Nothing for a range without ink, or outside the root.
 */
export function describe(range: AbstractRange, root: Node): Selector[] {
  const page = finish(readPage(root));
  const span = toSpan(page, range);
  if (!span) return [];
  const { start, end } = span;
  return [
    {
      type: 'TextQuoteSelector',
      exact: readSpan(page, span),
      prefix: around(page, Math.max(0, start - CONTEXT), start),
      suffix: around(page, end, Math.min(page.ink.length, end + CONTEXT)),
    },
    { type: 'TextPositionSelector', start, end },
    ...holder(page, start),
  ];
}

function around(page: Page, start: number, end: number): string {
  return end > start ? readSpan(page, { start, end }) : '';
}

function holder(page: Page, start: number): Selector[] {
  const node = page.nodes[nodeAt(page, start)];
  const element = node ? parentOf(node) : null;
  return isElement(element) && element !== page.root
    ? [{ type: 'CssSelector', value: hintTo(element, page.root) }]
    : [];
}

/** What finds an element without text again: its place in the structure. */
export function describeElement(element: Element, root: Node): Selector[] {
  const value = pathTo(element, root);
  return value ? [{ type: 'CssSelector', value }] : [];
}
