import { isShadowRoot, shadowOf } from './dom.ts';

/** Every open shadow root under a root, also those within others, from outside in. Reads every element: for when it must be. */
export function shadowRootsIn(start: Node): Set<ShadowRoot> {
  const roots = new Set<ShadowRoot>();
  const pending: Node[] = [start];
  for (let root = pending.pop(); root; root = pending.pop()) {
    for (const element of elementsIn(root)) {
      const shadow = shadowOf(element);
      if (shadow && !roots.has(shadow)) {
        roots.add(shadow);
        pending.push(shadow);
      }
    }
  }
  return roots;
}

/** What matches under a root, asked through the prototype: a form's field may be called as the method is. */
export function elementsIn(root: Node, css = '*'): NodeListOf<Element> {
  const { prototype } = isShadowRoot(root) ? DocumentFragment : Document;
  return prototype.querySelectorAll.call(root, css);
}
