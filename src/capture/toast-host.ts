import { isRightToLeft } from '../browser/ask-page.ts';
import { rootElementOf } from './dom.ts';
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
  parentForHost().append(element);
  liftToTop(element);
  return { element, inside };
}

/** A modal dialog of the page makes all outside of it inert, ours included: then we stand in it. */
function parentForHost(): Element {
  const modals = document.querySelectorAll('dialog:modal');
  return modals[modals.length - 1] ?? rootElementOf(document) ?? document.body;
}

function liftToTop(element: HTMLElement): void {
  try {
    element.setAttribute('popover', 'manual');
    element.showPopover();
  } catch {
    element.removeAttribute('popover'); // Taken out of the page meanwhile, or no such thing: it stays an ordinary element.
  }
}
