/** Injected where there is something to paint: finds the passages, paints them, and keeps them painted as the page changes. */
import { askOnce, isAlive } from '../browser/ask-page.ts';
import type { Mark, PageMarks } from '../wire/messages.ts';
import { createClicks } from './clicks.ts';
import { describeSoon } from './describe-soon.ts';
import { isTaken } from './dom.ts';
import { dress } from './dress.ts';
import { createDue } from './due.ts';
import { createGuard } from './guard.ts';
import { joinLayer, type Painter } from './layer.ts';
import { createNear, type Near } from './near.ts';
import { outlineAll } from './outline.ts';
import { overlaps } from './overlying.ts';
import { place, watchedTrees } from './place.ts';
import { isLost, isStanding, type Placed, treesOf } from './placed.ts';
import { toPlacements } from './placements.ts';
import { reveal } from './reveal.ts';
import { areRegistered, type Painted, paintAll } from './tones.ts';
import { type Seen, type Watch, watchPage } from './watch.ts';
import { createWipes } from './wipes.ts';

const SHOWN_MS = 2_500;
/** What was told of a page where nothing is to be painted. */
const NOTHING = '[]';

const layer = joinLayer();
layer.painter?.rest();
layer.painter = createPainter();
layer.describe ??= describeSoon;

function createPainter(): Painter {
  let placed: Placed[] = [];
  let painted: Painted[] = [];
  let over: Painted[] = [];
  let watch: Watch | null = null;
  let turn = 0;
  let told = NOTHING;
  let address = '';
  let shown: Painted | null = null;
  let awaited: PageMarks['show'];
  let near: Near | null = null;
  let placing = 0;
  /** Where other words stand now, until the next look. */
  let reworded = new Set<Placed>();
  const due = createDue();
  const guard = createGuard(checkWords);
  const clicks = createClicks(() => (isAlive() ? painted.filter(isThere) : (rest() ?? [])));
  const wipes = createWipes(repair);

  function paint(page: PageMarks): void {
    watch?.stop();
    paintAllAgain();
    awaited = page.show ?? awaited;
    address = location.href;
    if (!isStandingAs(page.marks)) void placeAll(page.marks).then(() => watch?.lookLater(due.againMs(placed)));
    else if (awaited) show(awaited.team, awaited.id);
    watch = page.marks.length > 0 ? watchPage(() => watchedTrees(placed), lookAgain, keepNear) : null;
  }

  /** Applications move within a page and news comes that does not touch it: then nothing is found anew. */
  function isStandingAs(marks: Mark[]): boolean {
    const standing = placed.map(({ mark }) => mark);
    return placed.every(isStanding) && JSON.stringify(marks) === JSON.stringify(standing);
  }

  /** Places these marks; what stood before stays painted until then, so nothing flickers. */
  async function placeAll(marks: Mark[]): Promise<void> {
    const mine = ++turn;
    placing++;
    const found = await place(marks, placed).finally(() => placing--);
    if (mine !== turn) return;
    placed = found;
    reworded = new Set(placed.filter(isLost));
    watch?.widen();
    draw();
    if (!due.isUnsettled(placed)) tell();
    if (awaited) show(awaited.team, awaited.id);
  }

  function tell(): void {
    const placements = toPlacements(placed);
    const telling = JSON.stringify(placements);
    if (telling !== told) void askOnce('placed', { href: location.href, placements });
    told = telling;
  }

  function draw(): void {
    if (!isAlive()) return void rest();
    painted = placed.filter((one) => !reworded.has(one)).flatMap(toPainted);
    over = overlaps(painted);
    const again = painted.find(({ team, id }) => team === shown?.team && id === shown.id);
    shown = shown && again ? { ...again, tone: 'shown' } : null;
    mark();
    const trees = treesOf(placed);
    if (placed.length > 0) dress([document, ...trees]);
    clicks.hearIn(trees);
    wipes.hearIn(trees);
    guard.over(placed);
  }

  function mark(): void {
    painted = painted.filter(isThere);
    over = over.filter(isThere);
    if (shown && !isThere(shown)) shown = null;
    const passages = [...painted, ...over];
    const here = near ? near.of(passages) : passages;
    paintAll(shown ? [...here, shown] : here);
    outlineAll(shown ? [...painted, shown] : painted);
  }

  /** A layer that has outlived its extension paints nothing over the one that took over. */
  function markIfAlive(): void {
    if (isAlive()) mark();
    else rest();
  }

  function paintAllAgain(): void {
    near?.stop();
    near = null;
  }

  /** The page never rests: from now on only what is near the view stays registered. */
  function keepNear(): void {
    if (near || !isAlive()) return;
    near = createNear(markIfAlive);
    mark();
  }

  /** The page has changed: only if that touches us is anything found anew. */
  async function lookAgain(seen: Seen): Promise<number | null> {
    if (!isAlive()) return rest();
    // The page has moved on, and what stands there is being asked for: these are not missing where they never were.
    if (location.href !== address) return null;
    const lost = placed.filter(isLost);
    if (placing > 0) due.owe();
    else if (due.isDue(placed, seen, lost)) await placeAll(placed.map(({ mark }) => mark));
    else reword(placed.filter((one) => lost.includes(one) !== reworded.has(one)));
    repair();
    guard.again();
    return due.againMs(placed);
  }

  /** What is not what was found is not painted, from this moment on; what is that again, is. */
  function checkWords(passages: Iterable<Placed>): void {
    reword([...passages].filter((one) => isLost(one) !== reworded.has(one)));
  }

  function reword(others: Placed[]): void {
    for (const one of others) if (!reworded.delete(one)) reworded.add(one);
    if (others.length > 0) draw();
    if (others.some(({ element }) => element)) watch?.nudge();
  }

  /** A page may have cleared what is registered. */
  function repair(): void {
    if (!areRegistered()) markIfAlive();
  }

  function show(team: string, id: string): void {
    const found = painted.filter(isThere).find((one) => one.team === team && one.id === id);
    awaited = found ? undefined : { team, id };
    if (!found) return;
    reveal(found.range, found.element);
    shown = { ...found, tone: 'shown' };
    draw();
    setTimeout(() => {
      shown = null;
      draw();
    }, SHOWN_MS);
  }

  function rest(): null {
    turn++;
    watch?.stop();
    paintAllAgain();
    clicks.hearIn([]);
    wipes.hearIn([]);
    guard.over([]);
    placed = [];
    reworded = new Set();
    painted = [];
    over = [];
    shown = null;
    told = NOTHING;
    mark();
    return null;
  }

  return { paint, show, rest };
}

const isThere = ({ range }: Painted): boolean => !isTaken(range);

function toPainted({ mark, anchored, element }: Placed): Painted[] {
  if (anchored.state === 'orphaned' || isTaken(anchored.range)) return [];
  const tone = anchored.state === 'changed' ? 'changed' : mark.tone;
  return [{ team: mark.team, id: mark.id, tone, range: anchored.range, ...(element ? { element } : {}) }];
}
