import type { AnchorReason, Selector } from '../domain/target.ts';
import { createRange, isElement } from './dom.ts';
import { find } from './find.ts';
import { pageOf } from './kept-pages.ts';
import type { Page } from './page.ts';
import { readQuote } from './quote.ts';
import { finish, giveWay, runInSlices, type Sliced } from './slices.ts';
import { readSpan, toRange } from './span.ts';

/** Where a passage stands now. `changed`: found, but its words were edited; `now` is what it says. */
export type Anchored =
  | { state: 'anchored'; range: Range }
  | { state: 'changed'; range: Range; now: string; reason: AnchorReason }
  | { state: 'orphaned'; reason: AnchorReason };

export interface Pace {
  /** How long to work between two pauses. */
  sliceMs?: number;
  /** Waits until the page has had its turn. */
  pause?: () => Promise<void>;
}

/** Finds a passage under a root again, or says why not. Never guesses. */
export const anchor = (root: Node, selectors: readonly Selector[]): Anchored =>
  finish(anchorEach(root, [selectors]))[0] ?? NOTHING;

const NOTHING: Anchored = { state: 'orphaned', reason: 'no-selector' };

/** Finds many passages in slices, so that the page never stutters. Answers in the order asked. */
export function anchorAll(
  root: Node,
  selectorsList: readonly (readonly Selector[])[],
  { sliceMs = 8, pause = giveWay }: Pace = {},
): Promise<Anchored[]> {
  return runInSlices(anchorEach(root, selectorsList), sliceMs, pause);
}

function* anchorEach(root: Node, selectorsList: readonly (readonly Selector[])[]): Sliced<Anchored[]> {
  const page = yield* pageOf(root);
  const all: Anchored[] = [];
  for (const selectors of selectorsList) {
    yield;
    all.push(yield* anchorOn(page, selectors));
  }
  return all;
}

function* anchorOn(page: Page, selectors: readonly Selector[]): Sliced<Anchored> {
  const quote = readQuote(selectors);
  if (!quote) return anchorElement(page.root, selectors);
  const found = yield* find(page, quote);
  if (found.state === 'orphaned') return found;
  const range = toRange(page, found.span);
  if (!range) return { state: 'orphaned', reason: 'not-found' };
  if (found.state === 'anchored') return { state: 'anchored', range };
  return { state: 'changed', range, now: readSpan(page, found.span), reason: found.reason };
}

/** A capture without text is found by its place alone. */
function anchorElement(root: Node, selectors: readonly Selector[]): Anchored {
  const path = selectors.find((selector) => selector.type === 'CssSelector')?.value;
  if (typeof path !== 'string') return NOTHING;
  const element = queryOne(root, path);
  if (!element) return { state: 'orphaned', reason: 'not-found' };
  const range = createRange(element);
  range.selectNode(element);
  return { state: 'anchored', range };
}

/** The one element under a root that a path leads to; none where it leads to several, or is no path. */
function queryOne(root: Node, path: string): Element | null {
  try {
    const { querySelectorAll } = isElement(root) ? Element.prototype : DocumentFragment.prototype;
    const [element, ...others] = querySelectorAll.call(root, path);
    return element && others.length === 0 ? element : null;
  } catch {
    return null;
  }
}
