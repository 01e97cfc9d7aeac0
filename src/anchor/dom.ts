/**
 * The few DOM calls that a page could answer for us. A form's fields and a document's images shadow its properties by
 * name (`<form><input name=parentNode>`), in a content script's world too, so these go through the prototypes.
 */
function getter<T>(prototype: object, name: string): (of: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => get?.call(of);
}

export const parentOf = getter<Node | null>(Node.prototype, 'parentNode');
export const tagOf = getter<string>(Element.prototype, 'localName');
export const idOf = getter<string>(Element.prototype, 'id');
export const elementBefore = getter<Element | null>(Element.prototype, 'previousElementSibling');
const typeOf = getter<number>(Node.prototype, 'nodeType');
const ownerOf = getter<Document | null>(Node.prototype, 'ownerDocument');

export const isElement = (node: Node | null): node is Element => node !== null && typeOf(node) === 1;
export const isText = (node: Node | null): node is Text => node !== null && typeOf(node) === 3;

export function createRange(near: Node): Range {
  return Document.prototype.createRange.call(ownerOf(near) ?? document);
}

export function walkText(root: Node): TreeWalker {
  return Document.prototype.createTreeWalker.call(ownerOf(root) ?? document, root, NodeFilter.SHOW_TEXT);
}

const UNSEEN = 'script,style,noscript,template,textarea,title';

/** Whether text under this parent is shown to nobody, or is a field's own. */
export const isUnseen = (parent: Node | null): boolean =>
  isElement(parent) && Element.prototype.closest.call(parent, UNSEEN) !== null;
