import { idOf, isElement, parentOf, tagOf, walkText } from './dom.ts';
import { toInk } from './ink.ts';
import type { Page } from './page.ts';
import type { Sliced } from './slices.ts';

/** Elements whose text is shown to nobody, or is a field's own. */
const UNSEEN = /^(script|style|noscript|template|textarea|title)$/;
/** Elements that do not part the words around them from those inside. */
const INLINE =
  /^(a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|su[bp]|time|tt|u|var)$/;
/** Nodes read between two looks at the clock. */
const STRIDE = 64;

/** Reads a root's text; yields now and then, so that a long page can be read in slices. */
export function* readPage(root: Node): Sliced<Page> {
  const page: Page = { root, ink: '', nodes: [], starts: [], gaps: [], ids: [], idStarts: [] };
  const known = new Set<Node | null>([root]);
  const inks: string[] = [];
  const walk = walkText(root);
  let at = 0;
  let block: Node | null = null;
  let gap: Page['gaps'][number] = '\n';
  for (let seen = 1; walk.nextNode(); seen++) {
    if (seen % STRIDE === 0) yield;
    const node = walk.currentNode as Text; // the walker shows no other
    const parent = parentOf(node);
    if (isElement(parent) && UNSEEN.test(tagOf(parent))) continue;
    const ink = toInk(node.data);
    if (!ink) {
      gap ||= ' ';
      continue;
    }
    let around = parent;
    while (isElement(around) && INLINE.test(tagOf(around))) around = parentOf(around);
    page.nodes.push(node);
    page.starts.push(at);
    page.gaps.push(around === block ? gap : '\n');
    noteId(page, known, parent, at);
    inks.push(ink);
    at += ink.length;
    block = around;
    gap = '';
  }
  page.ink = inks.join('');
  return page;
}

/** Notes the id of the innermost element with one whose text begins here. */
function noteId({ ids, idStarts }: Page, known: Set<Node | null>, parent: Node | null, at: number): void {
  for (let up = parent; isElement(up) && !known.has(up); up = parentOf(up)) {
    known.add(up);
    if (idOf(up) && idStarts.at(-1) !== at) idStarts[ids.push(idOf(up)) - 1] = at;
  }
}
