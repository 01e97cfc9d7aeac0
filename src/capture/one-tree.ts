import { hostOf } from './dom.ts';
import { hold, withLive } from './ranges.ts';

const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/**
 * A selection that goes over the edge of a shadow root has its ends in two trees, and no place of its own in either: what
 * stands of it in one of them, of the two parts the one that says more, is where it is found again.
 */
export function inOneTree(range: AbstractRange): AbstractRange {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const [first, last] = [rootOf(startContainer), rootOf(endContainer)];
  if (first === last) return range;
  const left = part(first, (live) => {
    live.setStart(startContainer, startOffset);
    const host = hostWithin(first, endContainer);
    if (host) live.setEndBefore(host);
    else live.setEnd(first, first.childNodes.length);
  });
  const right = part(last, (live) => {
    live.setEnd(endContainer, endOffset);
    const host = hostWithin(last, startContainer);
    if (host) live.setStartAfter(host);
    else live.setStart(last, 0);
  });
  return left.said < right.said ? right.range : left.range;
}

/** What stands for a node in a tree that it is deeper than; null where it is not. */
function hostWithin(tree: Node, node: Node): Element | null {
  let host = hostOf(rootOf(node));
  while (host && rootOf(host) !== tree) host = hostOf(rootOf(host));
  return host;
}

function part(tree: Node, cut: (live: Range) => void): { range: StaticRange; said: number } {
  const all = { startContainer: tree, startOffset: 0, endContainer: tree, endOffset: tree.childNodes.length };
  const found = withLive(hold(all), (live) => {
    cut(live);
    return { range: hold(live), said: String(live).trim().length };
  });
  return found ?? { range: hold(all), said: -1 };
}
