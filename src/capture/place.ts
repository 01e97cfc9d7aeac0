import { type Anchored, anchorAll } from '../anchor/index.ts';
import type { Mark } from '../wire/messages.ts';
import { type Candidate, chooseBest } from './choice.ts';
import { isTaken } from './dom.ts';
import { elementOf } from './outline.ts';
import { isStanding, type Placed, treesOf } from './placed.ts';
import { hold, letGo } from './ranges.ts';
import { rest } from './rests.ts';
import { isInPage, type Way, wayTo } from './roots.ts';

/** The trees whose changes may matter: those, and where what was not found may yet come. */
export const watchedTrees = (placed: Placed[]): Set<Node> => {
  const lost = placed.filter(({ anchored }) => anchored.state === 'orphaned').map(({ mark }) => wayTo(mark));
  return new Set([document, ...treesOf(placed), ...lost.flatMap(({ passed, roots }) => [...passed, ...roots])]);
};

/** What may yet come where frames or hosts of what was not found come: whether it may stand where nobody has looked, or will soon. */
export function comingOf(placed: Placed[]): { isNew: boolean; isWaiting: boolean } {
  const away = placed.filter(({ mark, anchored }) => anchored.state !== 'anchored' && !isInPage(mark));
  const ways = away.map((one) => ({ one, way: wayTo(one.mark) }));
  return {
    isNew: ways.some(({ one, way }) => way.roots.some((root) => !one.roots.includes(root))),
    isWaiting: ways.some(({ way }) => way.isWaiting),
  };
}

const LOST: Anchored = { state: 'orphaned', reason: 'not-found' };

/** Finds marks on the page, in slices; of those that stood before, and still do, nothing is looked for. */
export async function place(marks: Mark[], before: Placed[] = []): Promise<Placed[]> {
  const keyOf = (mark: Mark): string => JSON.stringify(mark);
  const standing = new Map(before.filter(isStanding).map((one) => [keyOf(one.mark), one]));
  const found = await findAll(marks.filter((mark) => !standing.has(keyOf(mark))));
  const all = marks.map((mark) => standing.get(keyOf(mark)) ?? found.get(mark) ?? toPlaced(mark, LOST, []));
  // While others were looked for, a frame may have gone.
  return all.map((one) => (isGone(one) ? toPlaced(one.mark, LOST, []) : one));
}

const isGone = ({ anchored }: Placed): boolean => anchored.state !== 'orphaned' && isTaken(anchored.range);

function toPlaced(mark: Mark, anchored: Anchored, roots: Node[]): Placed {
  if (anchored.state === 'orphaned') return { mark, anchored, text: '', element: null, roots };
  const isText = mark.selectors.some(({ type }) => type === 'TextQuoteSelector');
  const { range: live } = anchored;
  const element = isText ? null : elementOf(live);
  const placed = { mark, anchored: { ...anchored, range: hold(live) }, text: String(live), element, roots };
  letGo(live);
  return placed;
}

/** Those of one tree are found together, since its text is read once. */
async function findAll(marks: Mark[]): Promise<Map<Mark, Placed>> {
  const ways = new Map(marks.map((mark) => [mark, wayTo(mark)]));
  const found = new Map<Mark, Candidate[]>(marks.map((mark) => [mark, []]));
  for (const root of new Set([...ways.values()].flatMap(({ roots }) => roots))) {
    const here = marks.filter((mark) => ways.get(mark)?.roots.includes(root));
    const all = await anchorAll(
      root,
      here.map(({ selectors }) => selectors),
      rest,
    );
    for (const [i, mark] of here.entries()) {
      found.get(mark)?.push({ root, placed: toPlaced(mark, all[i] ?? LOST, ways.get(mark)?.roots ?? []) });
    }
  }
  return new Map(marks.map((mark) => [mark, toBest(mark, found.get(mark) ?? [], ways.get(mark))]));
}

function toBest(mark: Mark, found: Candidate[], way: Way | undefined): Placed {
  const best = chooseBest(found.filter(({ placed }) => !isGone(placed)));
  const isBelieved = best && !(way?.isElsewhere && best.anchored.state !== 'anchored');
  return isBelieved ? best : toPlaced(mark, LOST, way?.roots ?? []);
}
