import { HIGHLIGHTS, type Tone } from '../browser/highlights.ts';
import { documentOf } from './dom.ts';

/** A passage as it is painted now. */
export interface Painted {
  team: string;
  id: string;
  tone: Tone;
  range: AbstractRange;
  /** The picture or table that is meant, where it is no text. */
  element?: Element;
}

const PRIORITY: Record<Tone, number> = { changed: 0, own: 1, team: 2, question: 3, shown: 4 };
const tones = Object.keys(HIGHLIGHTS) as Tone[];

/** A document's registry takes only highlights made in it. */
type View = typeof globalThis & Window;

/** Null once the frame that a passage stood in is gone. */
const viewOf = (range: AbstractRange): View | null =>
  (documentOf(range.startContainer)?.defaultView ?? null) as View | null;

/** What we have registered in each document that was painted in. */
const registered = new Map<View, Map<Tone, Highlight>>([[window as View, new Map()]]);

/** Paints exactly these passages of text, through the registry of each document they stand in; nothing of the page's DOM changes. */
export function paintAll(painted: Painted[]): void {
  for (const { range } of painted) {
    const view = viewOf(range);
    if (view && !registered.has(view)) registered.set(view, new Map());
  }
  for (const [view, ours] of registered) {
    const here = painted.filter(({ range, element }) => !element && viewOf(range) === view);
    for (const tone of tones) {
      const ranges = here.filter((one) => one.tone === tone).map(({ range }) => range);
      if (ranges.length > 0) register(view, ours, tone, ranges);
      else withdraw(view, ours, tone);
    }
  }
}

function register(view: View, ours: Map<Tone, Highlight>, tone: Tone, ranges: AbstractRange[]): void {
  const highlight = new view.Highlight(...ranges);
  highlight.priority = PRIORITY[tone];
  view.CSS.highlights.set(HIGHLIGHTS[tone], highlight);
  ours.set(tone, highlight);
}

/** Only what is ours: after an update the page layer that took over has registered its own under the same names. */
function withdraw(view: View, ours: Map<Tone, Highlight>, tone: Tone): void {
  if (view.CSS.highlights.get(HIGHLIGHTS[tone]) === ours.get(tone)) view.CSS.highlights.delete(HIGHLIGHTS[tone]);
  ours.delete(tone);
}
