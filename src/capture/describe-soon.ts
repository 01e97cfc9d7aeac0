import { giveWay, pageOf } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import { describeNear } from './describe-near.ts';
import { isTaken, textRootOf } from './dom.ts';
import { describePassage, type Passage, withHosts } from './passage.ts';

/** What finds a passage again. */
export interface Described {
  selectors: Selector[];
  /** Reads the rest of the page, in slices, and gives all there is to say; `selectors` are its words alone till then. */
  rest?: () => Promise<Selector[]>;
}

const SLICE_MS = 6;
/** A page that has changed is read again after so long, and then given up. */
const RESTS_MS = [50, 250, 1_000, 4_000, 0];

/**
 * Describes a passage, but waits no longer than so many ms for the page to be read: from a long one it takes the words with
 * those beside them, which is enough to be kept by. Where and how often they stand comes after.
 */
export function describeSoon(passage: Pick<Passage, 'range' | 'document'>, withinMs: number): Described {
  const { range, document: holder } = passage;
  const tree = Node.prototype.getRootNode.call(range.startContainer);
  const root = tree === holder ? textRootOf(holder, range.startContainer, range.endContainer) : tree;
  const reading = pageOf(root);
  if (goOn(reading, withinMs)) return { selectors: describePassage(passage) };
  const words = describeNear(range, root);
  if (words) return { selectors: withHosts([words], tree), rest: () => describeInSlices(passage, reading, root) };
  goOn(reading, Number.POSITIVE_INFINITY);
  return { selectors: describePassage(passage) };
}

/** Whether it is at its end. */
function goOn(reading: Reading, ms: number): boolean {
  const end = performance.now() + ms;
  for (;;) {
    if (reading.next().done) return true;
    if (performance.now() >= end) return false;
  }
}

type Reading = Iterator<unknown>;

/**
 * Nothing where the page has taken the words away meanwhile, or never rests: read to its end, it must stay as it was until
 * the passage is described, or all of it would be read again in one long step. Its words alone must do then.
 */
async function describeInSlices(passage: Pick<Passage, 'range'>, reading: Reading, root: Node): Promise<Selector[]> {
  for (const restMs of RESTS_MS) {
    while (isThere(passage.range, root) && !goOn(reading, SLICE_MS)) await giveWay();
    if (!isThere(passage.range, root)) return [];
    if (pageOf(root).next().done) return describePassage(passage);
    await new Promise((resolve) => setTimeout(resolve, restMs));
    // Begun after the rest: what the page changes while we rest would else spoil this reading too.
    reading = pageOf(root);
  }
  return [];
}

function isThere(range: AbstractRange, root: Node): boolean {
  if (isTaken(range)) return false;
  return [range.startContainer, range.endContainer].every((node) => Node.prototype.contains.call(root, node));
}
