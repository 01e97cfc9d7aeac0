import { HIGHLIGHTS, overlying, type Tone } from '../browser/highlights.ts';
import { documentOf } from './dom.ts';
import { partOverlying } from './ranges.ts';

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

/** What we have registered in each document that was painted in, by name. */
const registered = new Map<View, Map<string, Highlight>>([[window as View, new Map()]]);

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
      const { under, over } = partOverlying(ranges);
      for (const [name, some] of [
        [HIGHLIGHTS[tone], under],
        [overlying(HIGHLIGHTS[tone]), over],
      ] as const) {
        if (some.length > 0) register(view, ours, { tone, name }, some);
        else withdraw(view, ours, name);
      }
    }
  }
}

interface As {
  tone: Tone;
  name: string;
}

function register(view: View, ours: Map<string, Highlight>, { tone, name }: As, ranges: AbstractRange[]): void {
  const highlight = new view.Highlight(...ranges);
  highlight.priority = PRIORITY[tone];
  view.CSS.highlights.set(name, highlight);
  ours.set(name, highlight);
}

/** Only what is ours: after an update the page layer that took over has registered its own under the same names. */
function withdraw(view: View, ours: Map<string, Highlight>, name: string): void {
  if (view.CSS.highlights.get(name) === ours.get(name)) view.CSS.highlights.delete(name);
  ours.delete(name);
}
