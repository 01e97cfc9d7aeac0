import { isUnseen, parentOf, walkText } from './dom.ts';
import { toInk } from './ink.ts';

/**
 * A root's text as one string of ink, with the nodes it came from. Built once, kept until the DOM under the root
 * changes, and dropped then.
 */
export interface Page {
  root: Node;
  ink: string;
  /** Every text node in document order, those of white space too. */
  nodes: Text[];
  /** Ink before each node. */
  starts: number[];
}

interface Kept {
  page: Page;
  watch: MutationObserver;
}

const kept = new WeakMap<Node, Kept>();

/** Reads a root's text; yields now and then, so that a long page can be read in slices. */
export function* readPage(root: Node): Generator<undefined, Page> {
  const known = kept.get(root);
  if (known && known.watch.takeRecords().length === 0) return known.page;
  forget(root);
  const page: Page = { root, ink: '', nodes: [], starts: [] };
  const parts: string[] = [];
  let length = 0;
  let parent: Node | null = null;
  let unseen = false;
  const walk = walkText(root);
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    const above = parentOf(node);
    if (above !== parent) {
      parent = above;
      unseen = isUnseen(above);
    }
    if (unseen) continue;
    const ink = toInk(node.data);
    page.nodes.push(node);
    page.starts.push(length);
    parts.push(ink);
    length += ink.length;
    if (page.nodes.length % 64 === 0) yield;
  }
  page.ink = parts.join('');
  keep(page);
  return page;
}

function keep(page: Page): void {
  const watch = new MutationObserver(() => forget(page.root));
  watch.observe(page.root, { childList: true, characterData: true, subtree: true });
  kept.set(page.root, { page, watch });
}

/** Drops what was read of a root. */
export function forget(root: Node): void {
  kept.get(root)?.watch.disconnect();
  kept.delete(root);
}

/** Runs a sliced piece of work to its end at once. */
export function finish<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Index of the last node that starts at or before this place in the ink. */
export function nodeAt(page: Page, at: number): number {
  let low = 0;
  let high = page.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
