import { isRightToLeft } from '../browser/ask-page.ts';
import { hostOf, isShadowRoot, parentOf, rootElementOf } from './dom.ts';
import { activeIn } from './field.ts';
import type { Spot } from './spot.ts';
import { placedAt, TOAST_STYLE } from './toast-style.ts';

/** Edge of the view that we stand at. */
export type Edge = 'top' | 'bottom';

/** The element in the page that our words stand in, and its closed inside. */
export interface Host {
  element: HTMLElement;
  inside: ShadowRoot;
}

const ours = new WeakSet<EventTarget>();

/** Whether something happened on what we put into the page ourselves. */
export const isOurs = ({ target }: Event): boolean => target !== null && ours.has(target);

/** A nameless element with a closed root, in the top layer where the browser has one to give. */
export function createHost(edge: Edge): Host {
  return openHost(TOAST_STYLE, edge);
}

/** The same at a place in the view. */
export function createHostAt(spot: Spot): Host {
  return openHost(TOAST_STYLE + placedAt(spot), 'bottom');
}

function openHost(css: string, edge: Edge): Host {
  const element = document.createElement('div');
  ours.add(element);
  const inside = element.attachShadow({ mode: 'closed' });
  element.setAttribute('data-at', edge);
  element.dir = isRightToLeft() ? 'rtl' : 'ltr';
  const style = document.createElement('style');
  style.textContent = css;
  inside.append(style);
  putInReach(element, inside);
  return { element, inside };
}

/**
 * A modal dialog of the page, or what it shows on the whole screen, makes all outside of it inert, ours included: to be seen and
 * dead to every click. So it is asked of each place whether a click would meet us there, and the first stays where none would.
 */
function putInReach(element: HTMLElement, inside: ShadowRoot): void {
  const parents = [
    ...new Set([rootElementOf(document) ?? document.body, ...modalsAround(activeIn(document)), ...modals()]),
  ];
  const probe = inside.appendChild(document.createElement('div'));
  probe.style.cssText = 'width: 9px; height: 9px';
  for (const parent of [...parents, ...parents.slice(0, 1)]) {
    Element.prototype.append.call(parent, element);
    liftToTop(element);
    if (isInReach(element, probe)) break;
  }
  probe.remove();
}

function isInReach(element: Element, probe: Element): boolean {
  const { left, top } = probe.getBoundingClientRect();
  const root = Node.prototype.getRootNode.call(element);
  const { elementFromPoint } = isShadowRoot(root) ? ShadowRoot.prototype : Document.prototype;
  return !elementFromPoint || elementFromPoint.call(root as Document & ShadowRoot, left + 4, top + 4) === element;
}

const MODAL = 'dialog:modal, :fullscreen';

/** Those that hold an element, from inside out, whatever tree they stand in. */
function modalsAround(element: Element | null): Element[] {
  const found: Element[] = [];
  for (let at = element; at; at = parentOf(at) ?? hostOf(Node.prototype.getRootNode.call(at))) {
    if (Element.prototype.matches.call(at, MODAL)) found.push(at);
  }
  return found;
}

const modals = (): Element[] => [...Document.prototype.querySelectorAll.call(document, MODAL)].reverse();

function liftToTop(element: HTMLElement): void {
  try {
    element.setAttribute('popover', 'manual');
    element.showPopover();
  } catch {
    element.removeAttribute('popover'); // Taken out of the page meanwhile, or no such thing: it stays an ordinary element.
  }
}
