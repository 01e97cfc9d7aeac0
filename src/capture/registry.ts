/** A document's registry takes only highlights made in it. */
export type View = typeof globalThis & Window;

/**
 * The highlights of one document. Asked for as `view.CSS.highlights`, Firefox 153 gives those of whichever document was asked
 * for them first in that line of code: it remembers the getter that it found there, and each document has another. So what
 * stood in a frame was painted in, and taken out of, the page around it, or stayed. Ask plainly once `CSS.highlights` of two
 * documents in one loop differ in a content script there.
 */
export function registryOf({ CSS: css }: View): HighlightRegistry {
  return Object.getOwnPropertyDescriptor(css, 'highlights')?.get?.call(css);
}
