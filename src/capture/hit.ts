import { allTextOf, documentOf, elementAt, isElement, isTag, parentOf, textRootOf } from './dom.ts';
import { textIn, withLive } from './ranges.ts';
import type { Painted } from './tones.ts';

const OWN_CLICK =
  'a[href], area[href], button, input, select, textarea, label, summary, video, audio, [onclick], [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=switch]';

/**
 * The painted passage that a person means with a click: a plain one, with nothing selected, not on something that the
 * page does something with. Of nested passages the shortest.
 */
export function passageHit(event: MouseEvent, painted: Painted[]): Painted | null {
  const here = event.currentTarget as Document;
  if (!isPlain(event) || hasSelection(here) || isOnControl(event)) return null;
  const hit = painted.filter(({ range }) => documentOf(range.startContainer) === here && covers(range, event));
  if (hit.length === 0 || isPointedAt(event)) return null;
  return hit.reduce<Painted | null>((least, one) => (least && lengthOf(least) <= lengthOf(one) ? least : one), null);
}

const isPlain = (event: MouseEvent): boolean =>
  event.isTrusted &&
  event.button === 0 &&
  event.detail === 1 &&
  !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

/** Whether the person has selected text there. */
export const hasSelection = (where: Document): boolean =>
  String(Document.prototype.getSelection.call(where) ?? '') !== '';

const isOnControl = (event: Event): boolean =>
  event.defaultPrevented ||
  event.composedPath().some((node) => {
    // The last on the path is the window, which is no node.
    const element = !('document' in node) && isElement(node as Node) ? (node as Element) : null;
    return element !== null && (Element.prototype.matches.call(element, OWN_CLICK) || isTag(element, 'details'));
  });

/** Letters of an element that is one thing to click on, as a card is. */
const CARD_MOST = 5_000;

/** Pages say with the hand of the pointer that a click there is theirs, whatever element it is; some say so of everything. */
function isPointedAt(event: Event): boolean {
  const [target] = event.composedPath() as Node[];
  let outermost: Element | null = null;
  for (let element = target && elementAt(target); hasHand(element); element = parentOf(element)) outermost = element;
  return outermost !== null && allTextOf(outermost).length <= CARD_MOST && !hasHand(bodyOf(outermost));
}

const bodyOf = (element: Element): Node => textRootOf(documentOf(element) ?? document);

/** A picture of its own may stand before it: `url(hand.png), pointer`. */
const hasHand = (element: Node | null | undefined): element is Element =>
  isElement(element) && /(^|, )pointer$/.test(getComputedStyle(element).cursor);

const covers = (range: AbstractRange, { clientX: x, clientY: y }: MouseEvent): boolean =>
  withLive(range, (live) =>
    [...live.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
  ) ?? false;

const lengthOf = ({ range }: Painted): number => textIn(range)?.length ?? 0;
