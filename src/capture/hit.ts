import { allTextOf, documentOf, elementAt, getter, isElement, isTag, parentOf, textOf, textRootOf } from './dom.ts';
import { isEditable } from './field.ts';
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
  if (!isPlain(event) || hasSelection(here) || isOnControl(event) || isInText(event)) return null;
  const hit = painted.filter((one) => documentOf(one.range.startContainer) === here && covers(one, event));
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

/** Where text is typed a click puts the caret there. */
function isInText(event: Event): boolean {
  const [target] = event.composedPath() as Node[];
  const element = target && elementAt(target);
  return Boolean(element && isEditable(element));
}

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

/** Where something else lies over a passage, or it is scrolled out of its box, the click is on what is seen there. */
function covers({ range, element }: Painted, event: MouseEvent): boolean {
  const [target] = event.composedPath() as Node[];
  if (!target) return false;
  if (element) return Node.prototype.contains.call(element, target);
  const texts = withLive(range, (live) => (isOver(live, event) ? textsIn(live) : [])) ?? [];
  return texts.some((text) => isHeldBy(text, target) && withLive(partIn(range, text), (live) => isOver(live, event)));
}

const isOver = (live: Range, { clientX: x, clientY: y }: MouseEvent): boolean =>
  [...live.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);

/** Text nodes that a range begins in, ends in or goes through. */
function textsIn(live: Range): Node[] {
  const top = live.commonAncestorContainer;
  const walk = Document.prototype.createTreeWalker.call(document, top, NodeFilter.SHOW_TEXT);
  const texts: Node[] = textOf(top) === null ? [] : [top];
  for (let text = walk.nextNode(); text; text = walk.nextNode()) if (live.intersectsNode(text)) texts.push(text);
  return texts;
}

/** As much of a range as stands in one text. */
const partIn = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange, text: Node) => ({
  startContainer: text,
  startOffset: text === startContainer ? startOffset : 0,
  endContainer: text,
  endOffset: text === endContainer ? endOffset : (textOf(text)?.length ?? 0),
});

const slotOf = getter<Text, HTMLSlotElement | null>(Text.prototype, 'assignedSlot');

/** Whether a click on a text is one on this node: on the element it stands in, or the nearest that the pointer can hit. */
function isHeldBy(text: Node, target: Node): boolean {
  let holder = elementAt(text);
  while (holder && holder !== target && getComputedStyle(holder).pointerEvents === 'none') holder = parentOf(holder);
  return holder === target || slotOf(text as Text) === target;
}

/** What a page shows at a point of the view. */
export const targetAt = (where: Document, { clientX, clientY }: MouseEvent): Element | null =>
  Document.prototype.elementFromPoint.call(where, clientX, clientY);

const lengthOf = ({ range }: Painted): number => textIn(range)?.length ?? 0;
