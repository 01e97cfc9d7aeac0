import { type ComponentChildren, isValidElement } from 'preact';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Puts into an element what Preact would draw there, without Preact: a third of the time where nothing has been drawn yet. Nothing of it
 * is live: Preact, drawing the same in its turn, takes these elements over as they stand. For components without state, effects
 * and contexts alone, of elements whose properties are their attributes; what they would hear is left to Preact.
 */
export function drawPlain(what: ComponentChildren, into: Element): void {
  if (what === null || what === undefined || typeof what === 'boolean') return;
  if (Array.isArray(what)) {
    for (const one of what) drawPlain(one, into);
  } else if (!isValidElement(what)) {
    // Preact makes a text of nothing for a sentence without words, too.
    into.appendChild(document.createTextNode(String(what)));
  } else if (typeof what.type === 'function') {
    drawPlain((what.type as (props: unknown) => ComponentChildren)(what.props), into);
  } else {
    const isSvg = what.type === 'svg' || into.namespaceURI === SVG;
    const element = isSvg ? document.createElementNS(SVG, what.type) : document.createElement(what.type);
    const { children, ref: _, ...attributes } = what.props as Record<string, unknown> & { children: ComponentChildren };
    for (const name in attributes) setPlain(element, name, attributes[name]);
    drawPlain(children, element);
    into.appendChild(element);
  }
}

function setPlain(element: Element, name: string, value: unknown): void {
  if (typeof value === 'function' || value === null || value === undefined) return;
  // What is not so is left out, but said where it is a claim: `aria-selected="false"`.
  if (value !== false || name.startsWith('aria-')) element.setAttribute(name, String(value));
}
