import { childAt, isElement, shadowOf } from './dom.ts';
import { shadowRootsIn } from './trees.ts';

const DEEPEST = 12;

/**
 * The selection's boundaries, also inside open shadow roots: browsers report those outside the root unless told which
 * roots to look into, so each answer is asked again with the roots found at its ends. Null for a mere caret.
 */
export function composedRange(selection: Selection): AbstractRange | null {
  const roots = new Set<ShadowRoot>();
  let range = rangeWithin(selection, roots);
  for (let depth = 0; range && depth < DEEPEST; depth++) {
    const known = roots.size;
    for (const root of rootsAtEnds(range)) roots.add(root);
    if (roots.size === known) break;
    range = rangeWithin(selection, roots);
  }
  // Only for a selection that has text and no place we know: all roots there are.
  if (range?.collapsed && String(selection).trim() !== '') {
    const holder = Node.prototype.getRootNode.call(range.startContainer);
    range = rangeWithin(selection, shadowRootsIn(holder)) ?? range;
  }
  return range && !range.collapsed ? range : null;
}

interface Composed {
  getComposedRanges(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

function rangeWithin(selection: Selection, roots: Set<ShadowRoot>): AbstractRange | null {
  if (selection.rangeCount === 0) return null;
  if (!('getComposedRanges' in selection)) return (selection as Selection).getRangeAt(0);
  const [range] = (selection as unknown as Composed).getComposedRanges({ shadowRoots: [...roots] });
  return range ?? null;
}

/** Shadow roots of the elements at, and beside, both ends. */
function rootsAtEnds(range: AbstractRange): ShadowRoot[] {
  const ends: [Node, number][] = [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ];
  return ends.flatMap(([node, offset]) =>
    [node, childAt(node, offset), childAt(node, offset - 1)].flatMap((one) => {
      const root = isElement(one) ? shadowOf(one) : null;
      return root ? [root] : [];
    }),
  );
}
