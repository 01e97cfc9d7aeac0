import type { Anchored } from '../../src/anchor/index.ts';

/** A page of a few paragraphs, in two sections. */
export const TIDES = `<main><h1 id="tides">On tides</h1>
  <p>The moon pulls the sea, and <b>the sea</b> follows late, for water is slow to gather and slower to let go.</p>
  <p>Twice a day the harbour fills; boats that lay on mud lift, and the quay is wet to its third step.</p>
  <h2 id="neap">Neap and spring</h2>
  <p>When sun and moon stand square the tides are small. Sailors call them neap and plan their landings by them.</p></main>`;

/** Shows HTML as the page and gives its body. */
export function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

/** All text nodes under a root, as a reader of the tests finds them. */
export function textNodes(root: Node): Text[] {
  const nodes: Text[] = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode instanceof Text) nodes.push(walk.currentNode);
  return nodes;
}

/** The range of the n-th place where a text stands within one text node. */
export function rangeOf(root: Node, text: string, nth = 0): Range {
  let left = nth;
  for (const node of textNodes(root)) {
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
      if (left-- > 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      return range;
    }
  }
  throw new Error(`The page does not say ${text}`);
}

/** A text without its white space, for what the noise of markup may add or take. */
export const bare = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');

/** What was found says, or why it was not found. */
export const words = (found: Anchored): string =>
  found.state === 'orphaned' ? found.reason : bare(found.range.toString());
