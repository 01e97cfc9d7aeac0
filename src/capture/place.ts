import { type Anchored, anchorAll } from '../anchor/index.ts';
import type { Mark } from '../wire/messages.ts';
import { isShown, isTaken } from './dom.ts';
import { elementOf } from './outline.ts';
import { hold, letGo, textIn } from './ranges.ts';
import { rootsFor } from './roots.ts';

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
}

/**
 * Found as it was, and still in the page with the same words. What was found changed may yet come in full, while a page
 * loads.
 */
export function isStanding({ anchored, text, element }: Placed): boolean {
  if (anchored.state !== 'anchored' || isTaken(anchored.range)) return false;
  if (element) return isShown(element);
  const { startContainer, endContainer } = anchored.range;
  return isShown(startContainer) && isShown(endContainer) && textIn(anchored.range) === text;
}

/** The trees that passages were found in: documents and shadow roots. */
export const treesOf = (placed: Placed[]): Set<Node> =>
  new Set(
    placed.flatMap(({ anchored }) =>
      anchored.state === 'orphaned' || isTaken(anchored.range)
        ? []
        : [Node.prototype.getRootNode.call(anchored.range.startContainer)],
    ),
  );

/** The trees whose changes may matter: those, and where what was not found may yet come. */
export const watchedTrees = (placed: Placed[]): Set<Node> => {
  const lost = placed.filter(({ anchored }) => anchored.state === 'orphaned').flatMap(({ mark }) => rootsFor(mark));
  return new Set([document, ...treesOf(placed), ...lost]);
};

const LOST: Anchored = { state: 'orphaned', reason: 'not-found' };

/** Finds marks on the page, in slices; of those that stood before, and still do, nothing is looked for. */
export async function place(marks: Mark[], before: Placed[] = []): Promise<Placed[]> {
  const keyOf = (mark: Mark): string => JSON.stringify(mark);
  const standing = new Map(before.filter(isStanding).map((one) => [keyOf(one.mark), one]));
  const found = await findAll(marks.filter((mark) => !standing.has(keyOf(mark))));
  const all = marks.map((mark) => standing.get(keyOf(mark)) ?? toPlaced(mark, found.get(mark) ?? LOST));
  // While others were looked for, a frame may have gone.
  return all.map((one) => (isGone(one) ? toPlaced(one.mark, LOST) : one));
}

const isGone = ({ anchored }: Placed): boolean => anchored.state !== 'orphaned' && isTaken(anchored.range);

function toPlaced(mark: Mark, anchored: Anchored): Placed {
  if (anchored.state === 'orphaned') return { mark, anchored, text: '', element: null };
  const isText = mark.selectors.some(({ type }) => type === 'TextQuoteSelector');
  const { range: live } = anchored;
  const element = isText ? null : elementOf(live);
  const placed = { mark, anchored: { ...anchored, range: hold(live) }, text: String(live), element };
  letGo(live);
  return placed;
}

/** Those of one tree are found together, since its text is read once. */
async function findAll(marks: Mark[]): Promise<Map<Mark, Anchored>> {
  const marksByRoot = new Map<Node, Mark[]>();
  for (const mark of marks) {
    for (const root of rootsFor(mark)) marksByRoot.set(root, [...(marksByRoot.get(root) ?? []), mark]);
  }
  const found = new Map<Mark, Anchored>();
  for (const [root, here] of marksByRoot) {
    const all = await anchorAll(
      root,
      here.map(({ selectors }) => selectors),
    );
    for (const [i, mark] of here.entries()) keepBetter(found, mark, all[i] ?? LOST);
  }
  return found;
}

const RANK = { anchored: 2, changed: 1, orphaned: 0 };

function keepBetter(found: Map<Mark, Anchored>, mark: Mark, anchored: Anchored): void {
  const standing = found.get(mark);
  if (!standing || RANK[anchored.state] > RANK[standing.state]) found.set(mark, anchored);
}
