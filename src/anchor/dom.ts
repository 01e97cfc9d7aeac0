/**
 * What we ask of elements that a page could answer for us: a form's fields shadow its properties by name
 * (`<form><input name=parentNode>`), in a content script's world too. So these go through the prototypes. Text nodes,
 * ranges and walkers cannot be shadowed.
 */
export const getter =
  <T>(prototype: object, name: string): ((of: Node) => T) =>
  (of) =>
    Reflect.get(prototype, name, of);

export const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
export const tagOf = getter<string>(Element.prototype, 'localName');
export const idOf = getter<string>(Element.prototype, 'id');

const SHOW_TEXT = 4; // as in NodeFilter

/** The text nodes under a root. Our own document too gives way to what a page calls its images. */
export const walkText = (root: Node): TreeWalker => Document.prototype.createTreeWalker.call(document, root, SHOW_TEXT);
