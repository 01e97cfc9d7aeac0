import { closestTo, elementAt, parentOf } from './dom.ts';

/** Brings a passage, or the element it is, into the middle of the view, opening what folds it away. */
export function reveal(range: AbstractRange, element: Element | null = elementAt(range.startContainer)): void {
  if (!element) return;
  let folded = closestTo(element, 'details');
  while (folded) {
    Element.prototype.setAttribute.call(folded, 'open', '');
    const above = parentOf(folded);
    folded = above && closestTo(above, 'details');
  }
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const how = { block: 'center', behavior: isCalm ? 'instant' : 'smooth' } as const;
  Element.prototype.scrollIntoView.call(element, how);
}
