import { askUntilAnswered, isAlive, pageText } from '../browser/ask-page.ts';
import { type Action, createButton, createSignButton } from './buttons.ts';
import { createHostAt, type Host } from './toast-host.ts';

/** What the bar does with a selection. */
export interface BarActions {
  keep(): void;
  ask(): void;
}

/** About what it takes; it is placed before it can be measured. */
const WIDTH = 170;
const HEIGHT = 38;
const GAP = 8;

let host: Host | null = null;

/** Shows two buttons at a selection, where they cover nothing of it; not at all where there is no such place. */
export function showBar(range: Range, { keep, ask }: BarActions): void {
  hideBar();
  const lines = range.getClientRects();
  const end = lines[lines.length - 1]?.right ?? 0;
  const spot = spotAt(range.getBoundingClientRect(), end);
  if (!spot || !isAlive()) return;
  host = createHostAt(...spot);
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
  for (const name of ['scroll', 'keydown', 'resize']) window.addEventListener(name, hideOn, true);
}

/** Takes the bar away. */
export function hideBar(): void {
  for (const name of ['scroll', 'keydown', 'resize']) window.removeEventListener(name, hideOn, true);
  host?.element.remove();
  host = null;
}

/** Scrolling and Escape send it away; other keys go to the page as ever. */
function hideOn(event: Event): void {
  if (event.isTrusted && (event.type !== 'keydown' || (event as KeyboardEvent).key === 'Escape')) hideBar();
}

/** Below the selection's last line, at its end; else above the selection. */
function spotAt(box: DOMRect, end: number): [left: number, top: number] | null {
  const left = Math.max(GAP, Math.min(end - WIDTH / 2, innerWidth - WIDTH - GAP));
  if (box.bottom + GAP + HEIGHT <= innerHeight) return [left, Math.max(GAP, box.bottom + GAP)];
  return box.top - GAP - HEIGHT >= 0 ? [left, box.top - GAP - HEIGHT] : null;
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
