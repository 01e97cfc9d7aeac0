import type { Selector } from '../domain/target.ts';
import { pageOf } from './kept-pages.ts';
import { nthAt, onceAt, type Page, sectionAt } from './page.ts';
import { readQuote } from './quote.ts';
import { finish } from './slices.ts';
import { readSpan, toSpan } from './span.ts';
import { ENOUGH, FOR_SHORT, MOST, USUAL } from './weights.ts';

/**
 * What finds a passage again: its words with what stands around them, where it stood (counted in ink, and as the how
 * manyth of those that say the same, from 0), and the section that held it. Nothing for a range without ink, or outside
 * the root.
 */
export function describe(range: AbstractRange, root: Node): Selector[] {
  const page = finish(pageOf(root));
  const span = toSpan(page, range);
  if (!span) return [];
  const nth = nthAt(page, span.start, span.end);
  const quote = quoteOf(page, span.start, span.end);
  const selectors = [
    quote,
    { type: 'TextPositionSelector', ...span, ...(nth && { nth }) },
    { type: 'CssSelector', value: sectionAt(page, span.start) || '*' },
  ];
  if (onceAt(page.ink, readQuote(selectors).sure[0]) < 0) quote.lines = 2;
  return selectors;
}

/**
 * The words and their context: more of it where the page says the same, and the same around it, once again. A new line next
 * to the words says that a block begins or ends with them.
 */
export function quoteOf(page: Page, start: number, end: number): Selector {
  let reach = end - start < ENOUGH ? FOR_SHORT : USUAL;
  if (onceAt(page.ink, page.ink.slice(Math.max(0, start - reach), end + reach)) < 0) reach = MOST;
  const exact = readSpan(page, start, end);
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: readSpan(page, Math.max(0, start - reach), end).slice(0, -exact.length),
    suffix: readSpan(page, start, end + reach).slice(exact.length),
  };
}
