import type { Slot } from '../asked/slot.ts';
import { BLOCK } from '../stored/blocks.ts';
import { numberAt, unpack } from '../stored/postings.ts';
import { takeAlone } from './alone.ts';
import type { Answered } from './ask-parts.ts';
import { countAbout } from './count-about.ts';
import { type Gathered, type Gathering, take } from './gathered.ts';
import { entries, FINEST, highest, prepare, type Step, type Walk } from './steps.ts';
import { sureScore } from './sure-score.ts';

/**
 * So many neighbouring numbers are added up at a time, so that what is held does not grow with the collection. Few enough that a
 * popup's first search touches little memory that is new: four times as many took it 3 ms longer, most of them for that.
 */
export const WINDOW = 2 ** 13;
/**
 * What a slot that was met adds: needed ones are counted in eight bits, more are not asked (slot-roles.ts); filters in the next twelve, more
 * cannot be typed.
 */
const MET: Record<Slot['role'], number> = { needed: 1, filter: 2 ** 8, barred: 2 ** 20, stop: 0, extra: 0 };
/** So they are added up. */
const ORDER = Object.keys(MET);

/** What is known of each record of a window, by its distance from where it begins; 0 where nothing is. */
const scores = new Float64Array(WINDOW);
const met = new Uint32Array(WINDOW);
/** The places of which anything is known, and how many they are. */
const places = new Uint32Array(WINDOW);
let known = 0;
/** What was said of each place last; by the slot in hand where it is more than `before`. */
const says = new Float64Array(WINDOW);
let before = 0;
/** More than any slot says; so little that sums of it are exact to {@link FINEST}. */
const TURN = 2 ** 10;

/** What has to be known of a record, else nothing more is added to it: that it met so many, or has such a score. */
interface Least {
  met: number;
  score: number;
}

/**
 * The best `most` records that meet the filters, nothing barred, and at least one needed word (or any, where none is needed);
 * whole matches first. `records` is how many there are in all. Sums what the slots say; within a slot only what says most counts.
 * Where `enough` are whole matches, the others are left out.
 *
 * Needed words come first, those that say most before the others, and whatever follows is only asked about what has one. So is a needed
 * word where it and all that follow could not lift a record among the best (as in WAND: Broder et al. 2003); then not all are counted.
 */
export function gather(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
  enough = most,
): Gathered {
  const steps = prepare(answered, records).sort(
    (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || b.most - a.most,
  );
  const count = (role: Slot['role']) => steps.filter((one) => one.role === role).length;
  const [needed, filters] = [count('needed'), count('filter')];
  const found: Gathering = { best: [], whole: 0, all: 0, isGone, most };
  const leastFor = createLeast(steps, needed, found);
  const isPassed = (walk: Walk) => leastFor(0, walk) !== null;
  const only = needed === 1 && steps.length === 1 ? steps[0] : undefined;
  // What a search had of a window that ended in a damaged list is of other records.
  while (known > 0) forget(places[--known] as number);
  for (let from = newestOf(steps.slice(0, Math.max(1, needed))); from >= 0; from -= WINDOW) {
    if (only && takeAlone(found, only.walks, from, isPassed)) continue;
    for (const [i, { role, walks }] of steps.entries()) {
      before += TURN;
      for (const walk of walks) add(walk, from, MET[role], leastFor(i, walk));
    }
    pick(found, from, needed, filters);
  }
  says.fill(0);
  before = 0;
  const { best, whole, all, isAbout } = found;
  if (needed > 1 && whole >= enough) return { best: best.filter((one) => one.isWhole), whole, all: whole };
  if (!isAbout) return { best, whole, all };
  const about = Math.max(all, countAbout(answered, records));
  return { best, whole: needed > 1 ? whole : about, all: about, isAbout };
}

/** The first number of the newest window; below 0 where there is none. */
function newestOf(steps: Step[]): number {
  const lasts = steps.flatMap(({ walks }) => walks.map((walk) => walk.last));
  return Math.floor(highest(-1, lasts) / WINDOW) * WINDOW;
}

/** Says of which records the list of a step need only be asked; null for all. */
function createLeast(steps: Step[], needed: number, found: Gathering) {
  const { isGone, most } = found;
  const isNarrowed = steps.some(({ role }) => MET[role] > 1);
  const left = steps.map((_, i) => steps.slice(i).reduce((sum, step) => sum + step.most, 0));
  const isWorthIt = !isNarrowed && steps.some(({ walks }) => walks.some(({ blocks }) => blocks));
  const sure = isWorthIt ? sureScore(steps[0] as Step, most, isGone) : -1;
  return (i: number, walk: Walk): Least | null => {
    if (i >= Math.max(1, needed)) return { met: 1, score: FINEST };
    // A list that stands there anyway is counted to the end.
    if (isNarrowed || (i === 0 && (needed > 1 || !walk.blocks))) return null;
    const worst = found.best[most - 1];
    const least = i > 0 && worst?.isWhole ? Number.POSITIVE_INFINITY : Math.max(sure, worst?.score ?? -1);
    if (walk.most + (left[i + 1] ?? 0) > least) return null;
    found.isAbout = true;
    return { met: Math.max(1, i), score: Math.max(FINEST, least - (left[i] as number)) };
  };
}

/** Adds to the scores of a window what a list says; what another list of the same slot said counts no more. */
function add(walk: Walk, from: number, sort: number, least: Least | null): void {
  if (!walk.blocks) {
    addEntries(walk, from, sort, least);
    return;
  }
  const start = walk.blocks[0]?.from ?? 0;
  const isWanted = new Uint8Array(1 + WINDOW / BLOCK).fill(least ? 0 : 1);
  const low = Math.floor((from - start) / BLOCK);
  for (let i = 0; least && i < known; i++) {
    const at = places[i] as number;
    if (mayMatter(at, least)) isWanted[Math.floor((from + at - start) / BLOCK) - low] = 1;
  }
  for (const [k, isRead] of isWanted.entries()) {
    const block = walk.blocks[low + k];
    if (!block || isRead === 0) continue;
    unpack(block, entries, walk.first);
    walk.next = walk.first + block.count;
    addEntries(walk, from, sort, least);
  }
}

const mayMatter = (at: number, { met: least, score }: Least): boolean =>
  (met[at] as number) >= least || (scores[at] as number) >= score;

/** The same for what stands in `entries`; what is older is left for the next window. */
function addEntries(walk: Walk, from: number, sort: number, least: Least | null): void {
  const { first, unit } = walk;
  let i = walk.next - 1;
  while (i >= first && numberAt(entries, i) >= from + WINDOW) i--;
  for (; i >= first; i--) {
    const entry = entries[i] as number;
    const at = (entry >>> 4) - from;
    if (at < 0) break;
    if (least && !mayMatter(at, least)) continue;
    const now = unit * (entry & 15);
    const said = (says[at] as number) - before;
    if (now <= said) continue;
    const score = scores[at] as number;
    if (score === 0) places[known++] = at;
    if (said < 0) met[at] = (met[at] as number) + sort;
    scores[at] = score + now - Math.max(0, said);
    says[at] = before + now;
  }
  walk.next = i + 1;
}

/** Takes the results of a window, and forgets it. */
function pick(found: Gathering, from: number, needed: number, filters: number): void {
  for (let i = 0; i < known; i++) {
    const at = places[i] as number;
    const here = met[at] as number;
    const score = scores[at] as number;
    forget(at);
    if (here >>> 8 !== filters || (needed > 0 && (here & 255) === 0)) continue;
    take(found, from + at, score, (here & 255) === needed);
  }
  known = 0;
}

function forget(at: number): void {
  scores[at] = 0;
  met[at] = 0;
}
