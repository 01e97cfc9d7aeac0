import { idOf, isElement, isText, isUnseen, parentOf, tagOf, walkText } from './dom.ts';
import { toInk } from './ink.ts';
import type { Gap, Page } from './page.ts';
import type { Sliced } from './slices.ts';

/** Elements that do not part the words around them from those inside. */
const INLINE =
  /^(a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|s|samp|small|span|strike|strong|su[bp]|time|tt|u|var)$/;
/** Nodes read between two looks at the clock. */
const STRIDE = 64;

/** Reads a root's text; yields now and then, so that a long page can be read in slices. */
export function* readPage(root: Node): Sliced<Page> {
  const page: Page = { root, ink: '', nodes: [], starts: [], gaps: [], sections: [] };
  const known = new Set<Node>();
  const parts: string[] = [];
  const walk = walkText(root);
  let length = 0;
  let parent: Node | null = null;
  let isSkipped = false;
  let block: Node | null = null;
  let gap: Gap = '\n';
  for (let seen = 1; walk.nextNode(); seen++) {
    if (seen % STRIDE === 0) yield;
    const node = walk.currentNode;
    if (!isText(node)) continue;
    const above = parentOf(node);
    if (above !== parent) {
      parent = above;
      isSkipped = isUnseen(above);
    }
    if (isSkipped) continue;
    const ink = toInk(node.data);
    if (isElement(node.previousSibling) && tagOf(node.previousSibling) === 'br') gap = '\n';
    if (!ink) {
      gap ||= ' ';
      continue;
    }
    const around = blockOf(above, root);
    page.nodes.push(node);
    page.starts.push(length);
    page.gaps.push(around === block ? gap : '\n');
    noteSections(page, known, above, length);
    parts.push(ink);
    length += ink.length;
    block = around;
    gap = '';
  }
  page.ink = parts.join('');
  return page;
}

function blockOf(parent: Node | null, root: Node): Node | null {
  let at = parent;
  while (isElement(at) && at !== root && INLINE.test(tagOf(at))) at = parentOf(at);
  return at;
}

/** Notes the ids of all elements whose text begins here, the outer ones first. */
function noteSections({ root, sections }: Page, known: Set<Node>, parent: Node | null, at: number): void {
  const place = sections.length;
  for (let up = parent; isElement(up) && up !== root && !known.has(up); up = parentOf(up)) {
    known.add(up);
    const id = idOf(up);
    if (id) sections.splice(place, 0, { at, id });
  }
}
