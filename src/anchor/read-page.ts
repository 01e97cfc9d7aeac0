import { idOf, parentOf, tagOf, walkText } from './dom.ts';
import { toInk } from './ink.ts';
import { LENGTH, type Page, type Piece, textOf } from './page.ts';
import type { Sliced } from './slices.ts';

/** Elements whose text is shown to nobody, or is a field's own. */
const UNSEEN = /^(script|style|noscript|template|textarea|title)$/;
/** Elements that do not part the words around them from those inside. */
const INLINE = /^([abiqsu]|abbr|cite|code|del|em|font|ins|kbd|label|mark|samp|small|span|strong|su[bp]|time|var)$/;

/** Reads a root's text, one piece at a time, so that a long page can be read in slices. */
export function* readPage(root: Node): Sliced<Page> {
  const sections: Page['sections'] = [];
  const page: Page = { root, ink: '', pieces: [], sections };
  const known = new Set<Node | null>([root]);
  const walk = walkText(root);
  let block: Element | null = null;
  let gap: Piece['gap'] = '\n';
  let start = 0;
  const inks: string[] = []; // joined a thousand at a time: all at once would take as long as several slices
  while (walk.nextNode()) {
    const node = walk.currentNode as Text; // the walker shows no other
    const parent = parentOf(node);
    if (parent && UNSEEN.test(tagOf(parent))) continue;
    for (let from = 0; from < node.data.length; from += LENGTH) {
      yield;
      const ink = toInk(textOf({ node, from }));
      if (!ink) {
        gap ||= ' ';
        continue;
      }
      const around = blockOf(parent);
      page.pieces.push({ node, from, gap: around === block ? gap : '\n', start });
      // Its section: the id of the innermost element with one whose text begins here.
      for (let up = parent; up && !known.has(up); up = parentOf(up)) {
        known.add(up);
        if (idOf(up) && sections.at(-1)?.start !== start) sections.push({ id: idOf(up), start });
      }
      start += ink.length;
      if (inks.push(ink) === LENGTH) page.ink += inks.splice(0).join('');
      block = around;
      gap = '';
    }
  }
  page.ink += inks.join('');
  return page;
}

/** The nearest element around that is a block of its own. */
const blockOf = (element: Element | null): Element | null =>
  element && INLINE.test(tagOf(element)) ? blockOf(parentOf(element)) : element;
