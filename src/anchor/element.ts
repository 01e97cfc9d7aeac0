import type { Selector } from '../domain/target.ts';
import { parentOf } from './dom.ts';
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
    const [element, another] = elementsAt(root, String(path));
    const range = new Range();
    if (element && !another) {
      range.selectNode(element);
      return { state: 'anchored', range };
    }
  } catch {} // Not a path.
  return { state: 'orphaned', reason: 'not-found' };
}

/**
 * Elements that a path leads to. In a shadow root its first step has nothing to hang on, so that it may fit others further
 * in: of several only the one that is as many steps from the top. Throws where it is no path.
 */
export function elementsAt(root: Node, path: string): Element[] {
  const all = [...(root as ParentNode).querySelectorAll(path)];
  const steps = path.split('>');
  const isFromTop = (one: Element): boolean => !steps.reduce<Element | null>((at) => at && parentOf(at), one);
  const own = all.length > 1 ? all.filter(isFromTop) : [];
  return own.length > 0 ? own : all;
}
