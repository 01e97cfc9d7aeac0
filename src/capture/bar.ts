import { askUntilAnswered, isAlive, pageText } from '../browser/ask-page.ts';
import { type Action, createButton, createSignButton } from './buttons.ts';
import { elementAt, rootElementOf } from './dom.ts';
import { type Spot, spotBeside } from './spot.ts';
import { createHostAt, type Host } from './toast-host.ts';

/** What the bar does with a selection. */
export interface BarActions {
  keep(): void;
  ask(): void;
}

/** Of what is scrolled in a shadow tree only the wheel is heard here. */
const GOES_WITH = ['scroll', 'wheel', 'touchmove', 'keydown', 'resize'];

/** Shares of an element of which it is told when one more or less of it is in view: a thousandth of it, moved, is seen. */
const STEPS = Array.from({ length: 1_001 }, (_, i) => i / 1_000);

let host: Host | null = null;
/** The words that it came for. */
let shownFor = '';
let stopLooking = (): void => {};

/** Shows two buttons at a selection, where they cover nothing of it; not at all where there is no such place. */
export function showBar(range: Range, { keep, ask }: BarActions): void {
  hideBar();
  const view = { width: innerWidth, height: innerHeight };
  const spot = spotBeside([...range.getClientRects()], isRightToLeftAt(range.endContainer), view);
  if (!spot || !isAlive()) return;
  host = createHostAt(unzoomed(spot));
  shownFor = String(document.getSelection());
  const first = [
    { words: pageText('barKeep'), run: thenHide(keep) },
    { words: pageText('barAsk'), run: thenHide(ask) },
  ];
  const box = document.createElement('div');
  box.className = 'toast bar';
  box.append(
    ...first.map(createButton),
    createSignButton('⋯', pageText('barMore'), () => fill(box, waysOff())),
  );
  host.inside.append(box);
  for (const name of GOES_WITH) window.addEventListener(name, hideOn, { capture: true, passive: true });
  const element = elementAt(range.startContainer);
  if (element) stopLooking = hideWhenMoved(element);
}

/** Takes the bar away where something else is selected than what it came for. */
export function hideBarUnless(selection: Selection | null): void {
  if (host && (!selection || selection.isCollapsed || String(selection) !== shownFor)) hideBar();
}

/**
 * Scrolled unheard, pushed down, drawn anew elsewhere: whatever moves the selection would move it under the bar. The browser is asked
 * to say when what holds it is no longer just where it is now: nothing runs until then.
 */
function hideWhenMoved(element: Element): () => void {
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  const insets = [top, innerWidth - right, innerHeight - bottom, left];
  let isFirst = true;
  const observer = new IntersectionObserver(
    () => {
      if (!isFirst) hideBar();
      isFirst = false;
    },
    { rootMargin: insets.map((px) => `${-Math.floor(px)}px`).join(' '), threshold: STEPS },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** A page that zooms all of itself (`html { zoom }`) zooms our measures too. */
function unzoomed(spot: Spot): Spot {
  const zoom = rootElementOf(document)?.currentCSSZoom ?? 1;
  return Object.fromEntries(Object.entries(spot).map(([edge, at]) => [edge, at / zoom]));
}

/** Takes the bar away. */
export function hideBar(): void {
  for (const name of GOES_WITH) window.removeEventListener(name, hideOn, true);
  stopLooking();
  stopLooking = () => {};
  host?.element.remove();
  host = null;
}

/** Scrolling and Escape send it away; other keys go to the page as ever. */
function hideOn(event: Event): void {
  if (event.isTrusted && (event.type !== 'keydown' || (event as KeyboardEvent).key === 'Escape')) hideBar();
}

/** How the text at a place is read. */
function isRightToLeftAt(node: Node): boolean {
  const element = elementAt(node);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

const waysOff = (): Action[] => [
  { words: pageText('barNotHere'), run: thenHide(() => switchOff('site')) },
  { words: pageText('barNever'), run: thenHide(() => switchOff('everywhere')) },
];

const switchOff = (where: 'site' | 'everywhere'): void => void askUntilAnswered('barOff', { where });

function fill(box: Element, actions: Action[]): void {
  box.replaceChildren(...actions.map(createButton));
}

function thenHide(run: () => void): () => void {
  return () => {
    run();
    hideBar();
  };
}
