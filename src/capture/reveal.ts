/** Brings a passage into the middle of the view, opening what folds it away. */
export function reveal(range: Range): void {
  const element = elementAt(range.startContainer);
  for (let at = element?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
}

const elementAt = (node: Node): Element | null =>
  node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
