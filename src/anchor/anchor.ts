import type { Selector } from '../domain/target.ts';
import { anchorElement } from './element.ts';
import { type Anchored, anchorPassage, anchorPassages } from './passage.ts';

/** Finds a passage, or an element without text, under a root again, or says why not. Never guesses. */
export const anchor = (root: Node, selectors: readonly Selector[]): Anchored =>
  orElement(anchorPassage(root, selectors), root, selectors);

/** Finds many at once in slices, so that the page never stutters. Answers in the order asked. `rest` is what lies between two. */
export async function anchorAll(
  root: Node,
  list: readonly (readonly Selector[])[],
  rest?: () => Promise<void>,
): Promise<Anchored[]> {
  const all = await anchorPassages(root, list, rest);
  return all.map((found, i) => orElement(found, root, list[i]));
}

const orElement = (found: Anchored, root: Node, selectors: readonly Selector[] = []): Anchored =>
  found.state === 'orphaned' && found.reason === 'no-selector' ? anchorElement(root, selectors) : found;
