import type { Selector } from '../domain/target.ts';
import { anchorElement } from './element.ts';
import { type Anchored, anchorPassage, anchorPassages } from './passage.ts';

/** Finds a passage, or an element without text, under a root again, or says why not. Never guesses. */
export const anchor = (root: Node, selectors: readonly Selector[]): Anchored =>
  orElement(anchorPassage(root, selectors), root, selectors);

/** Finds many at once in slices, so that the page never stutters. Answers in the order asked. */
export const anchorAll = async (root: Node, list: readonly (readonly Selector[])[]): Promise<Anchored[]> =>
  (await anchorPassages(root, list)).map((found, i) => orElement(found, root, list[i] ?? []));

const orElement = (found: Anchored, root: Node, selectors: readonly Selector[]): Anchored =>
  found.state === 'orphaned' && found.reason === 'no-selector' ? anchorElement(root, selectors) : found;
