/** Injected where there is something to paint: finds the passages, paints them, and keeps them painted as the page changes. */
import { askOnce, isAlive } from '../browser/ask-page.ts';
import type { Mark, PageMarks } from '../wire/messages.ts';
import { describeSoon } from './describe-soon.ts';
import { documentOf, isTaken } from './dom.ts';
import { dress } from './dress.ts';
import { createEar } from './ear.ts';
import { hasSelection, passageHit } from './hit.ts';
import { joinLayer, type Painter } from './layer.ts';
import { createNear, type Near } from './near.ts';
import { outlineAll } from './outline.ts';
import { overlaps } from './overlying.ts';
import { isStanding, type Placed, place, treesOf, watchedTrees } from './place.ts';
import { toPlacements } from './placements.ts';
import { reveal } from './reveal.ts';
import { type Painted, paintAll } from './tones.ts';
import { type Watch, watchPage } from './watch.ts';

const SHOWN_MS = 2_500;
const DOUBLE_CLICK_MS = 250;
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
  let opening: ReturnType<typeof setTimeout> | undefined;
  let near: Near | null = null;
  const clicks = createEar('click', openHit);

  function paint(page: PageMarks): void {
    watch?.stop();
    paintAllAgain();
    awaited = page.show ?? awaited;
    address = location.href;
    if (!isStandingAs(page.marks)) void placeAll(page.marks);
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
    const found = await place(marks, placed);
    if (mine !== turn) return;
    placed = found;
    watch?.widen();
    draw();
    const placements = toPlacements(placed);
    const telling = JSON.stringify(placements);
    if (telling !== told) void askOnce('placed', { href: location.href, placements });
    told = telling;
    if (awaited) show(awaited.team, awaited.id);
  }

  function draw(): void {
    if (!isAlive()) return void rest();
    painted = placed.flatMap(toPainted);
    over = overlaps(painted);
    mark();
    const trees = treesOf(placed);
    if (placed.length > 0) dress([document, ...trees]);
    clicks.hearIn(trees);
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
  async function lookAgain(): Promise<void> {
    if (!isAlive()) return void rest();
    // The page has moved on, and what stands there is being asked for: these are not missing where they never were.
    if (location.href !== address) return;
    if (!placed.every(isStanding)) await placeAll(placed.map(({ mark }) => mark));
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

  /** Waits a moment: a double click selects a word, and then it was not meant for us. */
  function openHit(event: MouseEvent): void {
    clearTimeout(opening);
    const hit = isAlive() ? passageHit(event, painted.filter(isThere)) : rest();
    if (!hit) return;
    opening = setTimeout(() => {
      if (isThere(hit) && !hasSelection(documentOf(hit.range.startContainer) ?? document))
        void askOnce('open', { team: hit.team, id: hit.id, note: false });
    }, DOUBLE_CLICK_MS);
  }

  function rest(): null {
    turn++;
    watch?.stop();
    paintAllAgain();
    clicks.hearIn([]);
    placed = [];
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
