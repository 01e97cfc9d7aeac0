import type { Selector } from '../domain/target.ts';
import type { Anchored } from './passage.ts';
import { pathTo } from './path.ts';

/** What finds an element without text again: its place in the structure. */
export function describeElement(element: Element, root: Node): Selector[] {
  const value = pathTo(element, root);
  return value ? [{ type: 'CssSelector', value }] : [];
}

/** A capture without text is found by its place alone: the one element that its path leads to. */
export function anchorElement(root: Node, selectors: readonly Selector[]): Anchored {
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
