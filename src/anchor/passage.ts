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

/** Finds a passage under a root again, or says why not. Never guesses. */
export const anchorPassage = (root: Node, selectors: readonly Selector[]): Anchored =>
  finish(anchorOn(finish(pageOf(root)), selectors));

/** Finds many passages in slices, so that the page never stutters. Answers in the order asked. `rest` is what lies between two. */
export async function anchorPassages(
  root: Node,
  selectorsList: readonly (readonly Selector[])[],
  rest = giveWay,
): Promise<Anchored[]> {
  const SLICE_MS = 2; // the last step of a slice may take as long again, and the engine's tidying more than both
  const all: Anchored[] = [];
  let since = Date.now();
  for (const _ of anchorEach(root, selectorsList, all)) {
    if (Date.now() - since >= SLICE_MS) {
      await rest();
      since = Date.now();
    }
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
  const { start, end, reason } = yield* find(page, readQuote(selectors));
  if (reason && reason !== 'text-edited') return { state: 'orphaned', reason };
  try {
    const range = toRange(page, start, end);
    return reason ? { state: 'changed', range, now: readSpan(page, start, end), reason } : { state: 'anchored', range };
  } catch {
    return { state: 'orphaned', reason: 'not-found' }; // The page has changed since it was read.
  }
}
