import { isTaken, nodeAbove } from './dom.ts';
import type { Placed } from './placed.ts';
import { withLive } from './ranges.ts';

/** More changes at once than this, and the next look goes over all passages instead. */
const FLOOD = 200;

const WORDS = { childList: true, characterData: true, subtree: true };
/** What tells a picture or a table from another, and may be changed in place. */
const SIGNS = { ...WORDS, attributes: true, attributeFilter: ['alt', 'aria-label', 'title', 'src', 'srcset', 'data'] };

/** Hears of changes within passages in the turn in which they happen, before anything of them is drawn. */
export interface Guard {
  /** Guards these passages, and no others. */
  over(placed: Placed[]): void;
  /** Guards the same as before, where a flood has put an end to that. */
  again(): void;
}

/**
 * Applications put other words into the same text, as a list does that draws only the rows in view: what was painted there
 * would stay on these. Only the passages themselves are listened in, so a page that changes elsewhere costs nothing.
 */
export function createGuard(changed: (passages: Set<Placed>) => void): Guard {
  let placedByTop = new Map<Node, Placed[]>();
  let isResting = false;
  const observer = new MutationObserver(hear);

  function hear(records: MutationRecord[]): void {
    const isFlood = records.length > FLOOD;
    const targets = new Set(records.map(({ target }) => target));
    const touched = isFlood ? [...placedByTop.values()].flat() : [...targets].flatMap(at);
    if (touched.length > 0) changed(new Set(touched));
    if (!isFlood) return;
    observer.disconnect();
    isResting = true;
  }

  function observe(): void {
    isResting = false;
    observer.disconnect();
    for (const [top, all] of placedByTop) {
      observer.observe(top, all.some(({ element }) => element) ? SIGNS : WORDS);
    }
  }

  /** The passages that a node is part of: a clock that ticks beside those of an article need not have them read. */
  function at(node: Node): Placed[] {
    const all: Placed[] = [];
    for (let top: Node | null = node; top; top = nodeAbove(top)) {
      all.push(...(placedByTop.get(top) ?? []).filter((one) => mayHold(one, node)));
    }
    return all;
  }

  return {
    over(placed) {
      const before = placedByTop;
      placedByTop = new Map();
      for (const one of placed) {
        const top = topOf(one);
        if (top) placedByTop.set(top, [...(placedByTop.get(top) ?? []), one]);
      }
      const isSame = placedByTop.size === before.size && [...placedByTop.keys()].every((top) => before.has(top));
      if (isResting || !isSame) observe();
    },
    again() {
      if (isResting) observe();
    },
  };
}

/** Yes where its range is none any more: what has changed there is to be seen. */
const mayHold = ({ anchored, element }: Placed, node: Node): boolean =>
  element !== null ||
  anchored.state === 'orphaned' ||
  withLive(anchored.range, (live) => live.intersectsNode(node)) !== false;

/** The innermost node that holds all of a passage; a picture or a table is that itself. */
function topOf({ anchored, element }: Placed): Node | null {
  if (anchored.state === 'orphaned' || isTaken(anchored.range)) return null;
  if (element) return element;
  const { startContainer, endContainer } = anchored.range;
  if (startContainer === endContainer) return startContainer;
  return withLive(anchored.range, (live) => live.commonAncestorContainer) ?? null;
}
