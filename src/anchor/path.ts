import { getter, idOf, parentOf, tagOf } from './dom.ts';

/** CSS path to an element, from the nearest ancestor with an id or from the root. */
export function pathTo(element: Element, root: Node): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== root; at = parentOf(at)) {
    const id = idOf(at);
    steps.unshift(id ? `#${CSS.escape(id)}` : stepTo(at));
    if (id) break;
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
