import { elementBefore, idOf, isElement, parentOf, tagOf } from './dom.ts';

/** No longer than this: a path that needs more says too much about one day's markup to be found the next. */
const LONGEST = 4;

/** CSS path to an element from the nearest ancestor with an id of its own, or from the root. */
export function pathTo(element: Element, root: Node, longest = Number.POSITIVE_INFINITY): string {
  const steps: string[] = [];
  for (let at: Node | null = element; isElement(at) && at !== root && steps.length < longest; at = parentOf(at)) {
    const id = idOf(at);
    if (id) {
      steps.unshift(`#${CSS.escape(id)}`);
      break;
    }
    steps.unshift(stepTo(at));
  }
  return steps.join('>');
}

/** A short path, enough of a hint for a passage that has its text to be found by. */
export const hintTo = (element: Element, root: Node): string => pathTo(element, root, LONGEST);

function stepTo(element: Element): string {
  const tag = tagOf(element);
  let nth = 1;
  for (let other = elementBefore(element); other; other = elementBefore(other)) if (tagOf(other) === tag) nth++;
  return nth === 1 && !elementBefore(element) ? tag : `${CSS.escape(tag)}:nth-of-type(${nth})`;
}
