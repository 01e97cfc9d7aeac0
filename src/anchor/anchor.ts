import type { AnchorReason, Selector } from '../domain/target.ts';
import { createRange, isElement } from './dom.ts';
import { find } from './find.ts';
import { finish, type Page, readPage } from './page.ts';
import { readQuote } from './quote.ts';
import { readSpan, toRange } from './span.ts';

/** Where a passage stands now. `changed`: found, but its words were edited; `now` is what it says. */
export type Anchored =
  | { state: 'anchored'; range: Range }
  | { state: 'changed'; range: Range; now: string; reason: AnchorReason }
  | { state: 'orphaned'; reason: AnchorReason };

/** Finds a passage under a root again, or says why not. Never guesses. */
export function anchor(root: Node, selectors: readonly Selector[]): Anchored {
  return anchorOn(finish(readPage(root)), selectors);
}

/** The same on a page that was read. */
export function anchorOn(page: Page, selectors: readonly Selector[]): Anchored {
  const quote = readQuote(selectors);
  if (!quote) return anchorElement(page.root, selectors);
  const found = find(page.ink, quote);
  if (found.state === 'orphaned') return found;
  const range = toRange(page, found.span);
  if (!range) return { state: 'orphaned', reason: 'not-found' };
  if (found.state === 'anchored') return { state: 'anchored', range };
  return { state: 'changed', range, now: readSpan(page, found.span), reason: found.reason };
}

/** A capture without text is found by its place alone. */
function anchorElement(root: Node, selectors: readonly Selector[]): Anchored {
  const path = selectors.find((selector) => selector.type === 'CssSelector')?.value;
  if (typeof path !== 'string') return { state: 'orphaned', reason: 'no-selector' };
  const element = queryOne(root, path);
  if (!element) return { state: 'orphaned', reason: 'not-found' };
  const range = createRange(element);
  range.selectNode(element);
  return { state: 'anchored', range };
}

function queryOne(root: Node, path: string): Element | null {
  try {
    const all = isElement(root)
      ? Element.prototype.querySelectorAll.call(root, path)
      : DocumentFragment.prototype.querySelectorAll.call(root, path);
    return all.length === 1 ? (all[0] ?? null) : null;
  } catch {
    return null; // Not a selector, or a root of another kind.
  }
}
