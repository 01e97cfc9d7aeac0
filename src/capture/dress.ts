import { HIGHLIGHT_STYLE, HIGHLIGHTS } from '../browser/highlights.ts';
import { documentOf, isDocument } from './dom.ts';

type Tree = (Document | ShadowRoot) & { wrappedJSObject?: Tree };
type View = Window & { CSSStyleSheet: typeof CSSStyleSheet; wrappedJSObject?: View };

/**
 * Gives highlights their look in trees that lack it: frames that came after the browser had put our style into those of
 * then, in Firefox shadow roots, which inherit no highlight from around them, and a page into which the browser would not
 * put it at that moment (one frame that is just leaving is enough for a refusal). A constructed sheet is no part of the
 * page's DOM and asks no policy of it. The page could read it: it says no more than the registry does.
 */
export function dress(trees: Iterable<Node>): void {
  for (const tree of trees) if (!isDressed(tree as Tree)) adopt(tree as Tree);
}

const viewOf = (tree: Tree): View | null => (isDocument(tree) ? tree : documentOf(tree))?.defaultView as View | null;

function isDressed(tree: Tree): boolean {
  const any = (isDocument(tree) ? Document : DocumentFragment).prototype.querySelector.call(tree, '*');
  const look = any && viewOf(tree)?.getComputedStyle(any, `::highlight(${HIGHLIGHTS.own})`).backgroundColor;
  return !look || !/^transparent$|, 0\)$/.test(look);
}

/** In Firefox the list of sheets is to be had only as the page itself has it (bugzilla 1751346). */
function adopt(tree: Tree): void {
  const view = viewOf(tree);
  if (!view) return;
  try {
    const sheet = new (view.wrappedJSObject ?? view).CSSStyleSheet();
    sheet.replaceSync(HIGHLIGHT_STYLE);
    (tree.wrappedJSObject ?? tree).adoptedStyleSheets.push(sheet);
  } catch {} // A page that has put something else in these places sees to its own looks.
}
