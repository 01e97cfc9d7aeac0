/**
 * Calls that a page could answer for us, through the prototypes: a form's fields and a document's images shadow
 * properties by name (`<img name=activeElement>`), in our world too.
 */
export function getter<Of extends object, T>(prototype: Of, name: string): (of: Of) => T {
  let holder: object | null = prototype;
  while (holder && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
  const get = holder ? Object.getOwnPropertyDescriptor(holder, name)?.get : undefined;
  return (of) => get?.call(of);
}

const hostOfShadow = getter<ShadowRoot, Element>(ShadowRoot.prototype, 'host');
const documentInFrame = getter<HTMLIFrameElement, Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const frameSets = globalThis.HTMLFrameElement?.prototype ?? HTMLIFrameElement.prototype; // not everywhere any more
const documentInSet = getter<HTMLFrameElement, Document | null>(frameSets as HTMLFrameElement, 'contentDocument');
const elementAbove = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const nodeAbove = getter<Node, Node | null>(Node.prototype, 'parentNode');
const isInPage = getter<Node, boolean>(Node.prototype, 'isConnected');
export const documentOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
const childList = getter<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');

export const shadowOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const titleOf = getter<Document, string>(Document.prototype, 'title');
export const rootElementOf = getter<Document, Element | null>(Document.prototype, 'documentElement');
const bodyOf = getter<Document, HTMLElement | null>(Document.prototype, 'body');

/**
 * What of a document is read for anchoring: its body, since what we say ourselves stands beside it and would have the
 * text read anew each time. All of it where there is no body, or where one of the places in question stands outside.
 */
export function textRootOf(document: Document, ...places: Node[]): Node {
  const body = bodyOf(document);
  return body && places.every((place) => Node.prototype.contains.call(body, place)) ? body : document;
}

export const hostOf = (root: Node): Element | null => (isShadowRoot(root) ? hostOfShadow(root) : null);
export const firstChildOf = getter<Node, Node | null>(Node.prototype, 'firstChild');
export const previousSiblingOf = getter<Node, Node | null>(Node.prototype, 'previousSibling');
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, 'nextSibling');
/** Text of a text node; null for what is none. */
export const textOf = (node: Node): string | null => (typeOf(node) === 3 ? (node as Text).data : null);
/** Text of an element and all that it holds. */
export const allTextOf = getter<Node, string>(Node.prototype, 'textContent');
export const childAt = (node: Node, at: number): Node | undefined => childList(node)[at];

/**
 * Whether the browser has taken something from us: in Firefox whatever belonged to a frame that has gone, or shows another
 * document, is a dead object then, and to ask it anything throws.
 */
export function isTaken(thing: object): boolean {
  try {
    return !('constructor' in thing);
  } catch {
    return true;
  }
}

/** Whether a node stands in a document that is shown: that of a frame which was taken out has no window any more. */
export const isShown = (node: Node): boolean => isInPage(node) && Boolean(documentOf(node)?.defaultView);

const typeOf = getter<Node, number>(Node.prototype, 'nodeType');
const tagOf = getter<Element, string>(Element.prototype, 'localName');
const namespaceOf = getter<Element, string | null>(Element.prototype, 'namespaceURI');
const HTML = 'http://www.w3.org/1999/xhtml';

export const nameOf = (element: Element): string => tagOf(element);

export const isElement = (node: Node | null | undefined): node is Element =>
  Boolean(node) && typeOf(node as Node) === 1;
export const isDocument = (node: Node): node is Document => typeOf(node) === 9;
export const isShadowRoot = (node: Node): node is ShadowRoot => typeOf(node) === 11 && 'host' in node;
export const isHtml = (element: Element): element is HTMLElement => namespaceOf(element) === HTML;
export const isTag = (element: Element, ...tags: string[]): boolean => isHtml(element) && tags.includes(tagOf(element));

/** The element that a node is, or stands in. */
export const elementAt = (node: Node): Element | null => (isElement(node) ? node : elementAbove(node));

/** The nearest that matches, of an element and those it stands in. */
export const closestTo = (element: Element, css: string): Element | null =>
  Element.prototype.closest.call(element, css);
export const parentOf = (element: Element): Element | null => elementAbove(element);

/** Document in a frame, null where it belongs to another site. */
export function documentIn(frame: Element): Document | null {
  if (isTag(frame, 'frame')) return documentInSet(frame as HTMLFrameElement);
  return isTag(frame, 'iframe') ? documentInFrame(frame as HTMLIFrameElement) : null;
}

export const isFrame = (element: Element): boolean =>
  isTag(element, 'iframe', 'frame', 'object', 'embed', 'fencedframe');

/** Kinds of elements that can have the focus: what is drawn in SVG has it as a link of the page does. */
const FOCUSABLE = [HTMLElement, SVGElement, globalThis.MathMLElement].filter(Boolean);

/** Gives an element the focus where it is, and does not scroll there. */
export function focusOn(element: Element): void {
  const kind = FOCUSABLE.find((one) => element instanceof one);
  kind?.prototype.focus.call(element as HTMLElement & SVGElement & MathMLElement, { preventScroll: true });
}
