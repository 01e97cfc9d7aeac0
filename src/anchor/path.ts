import { elementBefore, idOf, isElement, parentOf, tagOf } from './dom.ts';

/** CSS path to an element, from the nearest ancestor with an id or from the root; of its last few steps, where so many. */
export function pathTo(element: Element, root: Node, most = Number.POSITIVE_INFINITY): string {
  const steps: string[] = [];
  for (let at: Node | null = element; isElement(at) && at !== root && steps.length < most; at = parentOf(at)) {
    const id = idOf(at);
    steps.unshift(id ? `#${CSS.escape(id)}` : stepTo(at));
    if (id) break;
  }
  return steps.join('>');
}

function stepTo(element: Element): string {
  const tag = tagOf(element);
  let nth = 1;
  for (let other = elementBefore(element); other; other = elementBefore(other)) if (tagOf(other) === tag) nth++;
  return `${CSS.escape(tag)}:nth-of-type(${nth})`;
}
