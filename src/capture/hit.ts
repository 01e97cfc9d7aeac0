import { isElement, isTag } from './dom.ts';
import type { Painted } from './tones.ts';

const OWN_CLICK =
  'a[href], area[href], button, input, select, textarea, label, summary, video, audio, [onclick], [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=switch]';

/**
 * The painted passage that a person means with a click: a plain one, with nothing selected, not on something that the
 * page does something with. Of nested passages the shortest.
 */
export function passageHit(event: MouseEvent, painted: Painted[]): Painted | null {
  if (!isPlain(event) || hasSelection() || isOnControl(event)) return null;
  const hit = painted.filter(({ range }) => covers(range, event));
  return hit.reduce<Painted | null>((least, one) => (least && lengthOf(least) <= lengthOf(one) ? least : one), null);
}

const isPlain = (event: MouseEvent): boolean =>
  event.isTrusted &&
  event.button === 0 &&
  event.detail === 1 &&
  !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

/** Whether the person has selected text in the page. */
export const hasSelection = (): boolean => String(document.getSelection() ?? '') !== '';

const isOnControl = (event: Event): boolean =>
  event.defaultPrevented ||
  event.composedPath().some((node) => {
    const element = node instanceof Node && isElement(node) ? node : null;
    return element !== null && (Element.prototype.matches.call(element, OWN_CLICK) || isTag(element, 'details'));
  });

function covers(range: Range, { clientX: x, clientY: y }: MouseEvent): boolean {
  if (range.collapsed) return false;
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}

const lengthOf = ({ range }: Painted): number => range.toString().length;
