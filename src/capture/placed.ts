import { type Anchored, isStill } from '../anchor/index.ts';
import type { Mark } from '../wire/messages.ts';
import { isDocument, isShadowRoot, isShown, isTaken } from './dom.ts';
import { textIn } from './ranges.ts';

/** How anchoring found a mark, with a range that the page need not keep up to date. */
type Found = Still<Anchored>;
type Still<One> = One extends { range: Range } ? Omit<One, 'range'> & { range: StaticRange } : One;

/** A mark and how it stands on the page. */
export interface Placed {
  mark: Mark;
  anchored: Found;
  /** What stood there when it was found. */
  text: string;
  /** The picture or table that is meant, where it is no text. */
  element: Element | null;
  /** Where it was looked for. */
  roots: Node[];
}

/**
 * Found as it was, and still in the page with the same words. What was found changed may yet come in full, while a page
 * loads.
 */
export const isStanding = (one: Placed): boolean => one.anchored.state === 'anchored' && !isLost(one);

/** Found, but it is not in the page any more, or other words are, or another picture. */
export function isLost({ mark, anchored, text, element }: Placed): boolean {
  if (anchored.state === 'orphaned') return false;
  if (isTaken(anchored.range)) return true;
  if (element) return !isShown(element) || !isStill(element, mark.selectors);
  const { startContainer, endContainer } = anchored.range;
  return !(isShown(startContainer) && isShown(endContainer)) || textIn(anchored.range) !== text;
}

/** The trees that passages stand in: documents and shadow roots. What has been taken out of the page stands in none. */
export const treesOf = (placed: Placed[]): Set<Node> =>
  new Set(
    placed.flatMap(({ anchored }) => {
      if (anchored.state === 'orphaned' || isTaken(anchored.range)) return [];
      const root = Node.prototype.getRootNode.call(anchored.range.startContainer);
      return isDocument(root) || isShadowRoot(root) ? [root] : [];
    }),
  );
