import { idOf, parentOf, tagOf, walkText } from './dom.ts';
import { toInk } from './ink.ts';
import type { Page, Piece } from './page.ts';
import type { Sliced } from './slices.ts';

/** Elements whose text is shown to nobody, or is a field's own. */
const UNSEEN = /^(script|style|noscript|template|textarea|title)$/;
/** Elements that do not part the words around them from those inside. */
const INLINE = /^([abiqsu]|abbr|cite|code|del|em|font|ins|kbd|label|mark|samp|small|span|strong|su[bp]|time|var)$/;
/** Units in a piece: a log of a megabyte in one node is read in a thousand steps, and found again by one of them. */
const LENGTH = 1024;

/** Reads a root's text, one piece at a time, so that a long page can be read in slices. */
export function* readPage(root: Node): Sliced<Page> {
  const page: Page = { root, ink: '', pieces: [], sections: [] };
  const known = new Set<Node | null>([root]);
  const walk = walkText(root);
  let block: Element | null = null;
  let gap: Piece['gap'] = '\n';
  while (walk.nextNode()) {
    const node = walk.currentNode as Text; // the walker shows no other
    const parent = parentOf(node);
    if (parent && UNSEEN.test(tagOf(parent))) continue;
    for (let from = 0; from < node.data.length; from += LENGTH) {
      yield;
      const text = node.data.slice(from, from + LENGTH);
      const ink = toInk(text);
      if (!ink) {
        gap ||= ' ';
        continue;
      }
      const around = blockOf(parent);
      const start = page.ink.length;
      page.pieces.push({ node, from, text, start, gap: around === block ? gap : '\n' });
      noteSection(page, known, parent, start);
      page.ink += ink;
      block = around;
      gap = '';
    }
  }
  return page;
}

/** The nearest element around that is a block of its own. */
const blockOf = (element: Element | null): Element | null =>
  element && INLINE.test(tagOf(element)) ? blockOf(parentOf(element)) : element;

/** Notes the id of the innermost element with one whose text begins here. */
function noteSection({ sections }: Page, known: Set<Node | null>, parent: Element | null, start: number): void {
  for (let up = parent; up && !known.has(up); up = parentOf(up)) {
    known.add(up);
    if (idOf(up) && sections.at(-1)?.start !== start) sections.push({ id: idOf(up), start });
  }
}
