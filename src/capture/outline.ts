import { isAlive } from '../browser/ask-page.ts';
import { OUTLINE, type Tone } from '../browser/highlights.ts';
import { childAt, isElement, isTaken } from './dom.ts';
import type { Painted } from './tones.ts';

/**
 * How a kept picture or table is marked: by an outline, in the colour and the kind of line that its tone has in text. It
 * is an animation of no length that stays at its end, so nothing of the page's DOM or sheets changes, nothing is measured,
 * it follows the element wherever that goes, in shadow roots and frames too, and at rest it costs nothing.
 */
const LINES: Record<Tone, string> = {
  own: 'rgb(214 150 30) solid 3px',
  team: 'rgb(72 158 214) solid 3px',
  question: 'rgb(148 113 214) dotted 3px',
  changed: 'rgb(199 133 18) dashed 3px',
  shown: 'rgb(243 182 67) solid 5px',
};

/** What is outlined now, and what is to be. */
const standing = new Map<Element, { tone: Tone; animation: Animation }>();
let wanted: Painted[] = [];

// A print goes to others, and what one has marked is one's own until it is shared.
window.addEventListener('beforeprint', () => draw([]));
window.addEventListener('afterprint', () => draw(isAlive() ? wanted : []));

/** The one element that a range holds, where a mark stands for an element. */
export function elementOf(range: AbstractRange): Element | null {
  const element = childAt(range.startContainer, range.startOffset);
  return isElement(element) ? element : null;
}

/** Outlines exactly these elements; a later one of the same element wins. */
export function outlineAll(painted: Painted[]): void {
  wanted = painted;
  draw(painted);
}

function draw(painted: Painted[]): void {
  const tones = new Map(painted.flatMap(({ element, tone }) => (element ? [[element, tone] as const] : [])));
  for (const [element, { tone, animation }] of standing) {
    if (tones.get(element) === tone) continue;
    if (!isTaken(animation)) animation.cancel();
    standing.delete(element);
  }
  for (const [element, tone] of tones) if (!standing.has(element)) outline(element, tone);
}

/** With forced colours there is one colour for all lines. */
const lineOf = (tone: Tone): string =>
  tone === 'team' && matchMedia('(forced-colors: active)').matches
    ? LINES.team.replace('solid', 'double')
    : LINES[tone];

function outline(element: Element, tone: Tone): void {
  const line = lineOf(tone);
  // Close to the picture: a caption below it is not to be struck through.
  const frames = { outline: [line, line], outlineOffset: ['0px', '0px'] };
  const animation = Element.prototype.animate.call(element, frames, { id: OUTLINE, duration: 0, fill: 'forwards' });
  standing.set(element, { tone, animation });
}
