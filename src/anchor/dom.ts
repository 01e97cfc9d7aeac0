/**
 * What we ask of elements that a page could answer for us: a form's fields shadow its properties by name
 * (`<form><input name=parentNode>`), in a content script's world too. So these go through the prototypes. Text nodes,
 * ranges and walkers cannot be shadowed.
 */
export const getter = <T>(prototype: object, name: string): ((of: Node) => T) => {
  // Taken once: `Reflect.get` is a quarter of the time that a long page takes to be read.
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => get?.call(of);
};

export const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
export const tagOf = getter<string>(Element.prototype, 'localName');
export const idOf = getter<string>(Element.prototype, 'id');

/** The text nodes under a root. Our own document too gives way to what a page calls its images. */
export function walkText(root: Node): TreeWalker {
  const SHOW_TEXT = 4; // as in NodeFilter
  return Document.prototype.createTreeWalker.call(document, root, SHOW_TEXT);
}
