import { getter, idOf, parentOf, tagOf } from './dom.ts';

/** CSS path to an element, from the nearest ancestor with an id that no other has, or from the root. */
export function pathTo(element: Element, root: Node): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== root; at = parentOf(at)) {
    const name = idOf(at) && `#${CSS.escape(idOf(at))}`;
    const isOnly = name && (root as ParentNode).querySelectorAll(name).length === 1;
    steps.unshift(isOnly ? name : stepTo(at));
    if (isOnly) break;
  }
  return steps.join('>');
}

function stepTo(element: Element): string {
  const elementBefore = getter<Element | null>(Element.prototype, 'previousElementSibling');
  const tag = tagOf(element);
  let nth = 1;
  for (let other = elementBefore(element); other; other = elementBefore(other)) if (tagOf(other) === tag) nth++;
  return `${CSS.escape(tag)}:nth-of-type(${nth})`;
}
