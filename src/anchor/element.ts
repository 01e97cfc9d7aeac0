import type { AnchorReason, Selector } from '../domain/target.ts';
import { parentOf } from './dom.ts';
import { type Signs, signsOf } from './element-signs.ts';
import type { Anchored } from './passage.ts';
import { pathTo } from './path.ts';

/** Elements that can be kept without text. */
export const KINDS = 'img, table, video, canvas, svg, math, audio, object';

/** What finds an element without text again: its place in the structure, and what tells it from others of its kind. */
export function describeElement(element: Element, root: Node): Selector[] {
  const value = pathTo(element, root);
  const { label, file } = signsOf(element);
  return value ? [{ type: 'CssSelector', value, ...(label && { label }), ...(file && { file }) }] : [];
}

/** A capture without text is the one element that its path leads to, unless it is called otherwise or shows another file than it did. */
export function anchorElement(root: Node, selectors: readonly Selector[]): Anchored {
  const selector = selectors.find(({ type }) => type === 'CssSelector');
  if (!selector?.value) return { state: 'orphaned', reason: 'no-selector' };
  try {
    const found = findElement(root, String(selector.value), readSigns(selector));
    if (typeof found === 'string') return { state: 'orphaned', reason: found };
    const range = new Range();
    range.selectNode(found);
    return { state: 'anchored', range };
  } catch {
    return { state: 'orphaned', reason: 'not-found' }; // Not a path.
  }
}

/** Whether an element is still what was kept. What was kept without signs is known by its place alone. */
export function isStill(element: Element, selectors: readonly Selector[]): boolean {
  const { label, file } = readSigns(selectors.find(({ type }) => type === 'CssSelector'));
  const now = signsOf(element);
  return (!label && !file) || (label !== '' && label === now.label) || (file !== '' && file === now.file);
}

const readSigns = (selector: Selector | undefined): Signs => ({
  label: String(selector?.label ?? ''),
  file: String(selector?.file ?? ''),
});

/** Throws where it is no path. */
function findElement(root: Node, path: string, { label, file }: Signs): Element | AnchorReason {
  const [there, another] = elementsAt(root, path);
  const atPlace = another ? undefined : there;
  if (!label && !file) return atPlace ?? 'not-found';
  const all = [...(root as ParentNode).querySelectorAll(KINDS)].map((one) => ({ one, ...signsOf(one) }));
  const called = all.filter((one) => one.label === label);
  const showing = all.filter((one) => one.file === file);
  const alike = !label ? showing : !file ? called : called.filter((one) => showing.includes(one));
  const [same] = alike.filter(({ one }, _, { length }) => length === 1 || one === atPlace);
  if (same) return same.one;
  if (alike.length > 0) return 'ambiguous';
  // Called otherwise, or another file: what is left of the two is enough where nothing else has it.
  const [only, ...others] = [label ? called : [], file ? showing : []].filter(({ length }) => length > 0).flat();
  return only ? (others.length > 0 ? 'ambiguous' : only.one) : 'not-found';
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
