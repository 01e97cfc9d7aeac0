import type { AnchorReason, Selector } from '../domain/target.ts';
import { find } from './find.ts';
import { pageOf } from './kept-pages.ts';
import type { Page } from './page.ts';
import { readQuote } from './quote.ts';
import { finish, giveWay, type Sliced } from './slices.ts';
import { readSpan, toRange } from './span.ts';

/** Where a passage stands now. `changed`: found, but its words were edited; `now` is what it says. */
export type Anchored =
  | { state: 'anchored'; range: Range }
  | { state: 'changed'; range: Range; now: string; reason: AnchorReason }
  | { state: 'orphaned'; reason: AnchorReason };

export interface Pace {
  /** How long to work between two pauses; the last step of a slice may take as long again. */
  sliceMs?: number;
  /** Waits until the page has had its turn. */
  pause?: () => Promise<void>;
}

/** Finds a passage under a root again, or says why not. Never guesses. */
export const anchor = (root: Node, selectors: readonly Selector[]): Anchored =>
  finish(anchorOn(finish(pageOf(root)), selectors));

/** Finds many passages in slices, so that the page never stutters. Answers in the order asked. */
export async function anchorAll(
  root: Node,
  selectorsList: readonly (readonly Selector[])[],
  { sliceMs = 6, pause = giveWay }: Pace = {},
): Promise<Anchored[]> {
  const all: Anchored[] = [];
  let since = performance.now();
  for (const _ of anchorEach(root, selectorsList, all)) {
    if (performance.now() - since < sliceMs) continue;
    await pause();
    since = performance.now();
  }
  return all;
}

function* anchorEach(root: Node, list: readonly (readonly Selector[])[], all: Anchored[]): Sliced<void> {
  const page = yield* pageOf(root);
  for (const selectors of list) {
    yield;
    all.push(yield* anchorOn(page, selectors));
  }
}

function* anchorOn(page: Page, selectors: readonly Selector[]): Sliced<Anchored> {
  const quote = readQuote(selectors);
  if (!quote.exact) return anchorElement(page.root, selectors);
  const { reason, ...span } = yield* find(page, quote);
  const range = toRange(page, span);
  if (!range || (reason && reason !== 'text-edited')) return { state: 'orphaned', reason: reason ?? 'not-found' };
  return reason ? { state: 'changed', range, now: readSpan(page, span), reason } : { state: 'anchored', range };
}

/** A capture without text is found by its place alone: the one element that its path leads to. */
function anchorElement(root: Node, selectors: readonly Selector[]): Anchored {
  const path = selectors.find(({ type }) => type === 'CssSelector')?.value;
  if (!path) return { state: 'orphaned', reason: 'no-selector' };
  try {
    const [element, another] = (root as ParentNode).querySelectorAll(String(path));
    const range = new Range();
    if (element && !another) {
      range.selectNode(element);
      return { state: 'anchored', range };
    }
  } catch {} // Not a path.
  return { state: 'orphaned', reason: 'not-found' };
}
