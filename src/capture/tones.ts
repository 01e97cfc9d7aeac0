import { HIGHLIGHTS, type Tone } from '../browser/highlights.ts';

/** A passage as it is painted now. */
export interface Painted {
  team: string;
  id: string;
  tone: Tone;
  range: Range;
}

const PRIORITY: Record<Tone, number> = { changed: 0, own: 1, team: 2, question: 3, shown: 4 };
const tones = Object.keys(HIGHLIGHTS) as Tone[];

/** Paints exactly these, through the registry of each document they stand in; nothing of the page's DOM changes. */
export function paintAll(painted: Painted[]): void {
  for (const view of viewsOf(painted)) {
    const here = painted.filter(({ range }) => viewOf(range) === view);
    for (const tone of tones) {
      const ranges = here.filter((one) => one.tone === tone).map(({ range }) => range);
      if (ranges.length === 0) view.CSS.highlights.delete(HIGHLIGHTS[tone]);
      else view.CSS.highlights.set(HIGHLIGHTS[tone], createHighlight(view, tone, ranges));
    }
  }
}

/** A document's registry takes only highlights made in it. */
type View = typeof globalThis & Window;

const viewOf = (range: Range): View => (range.startContainer.ownerDocument?.defaultView ?? window) as View;

const known = new Set<View>([window as View]);

/** Every document that has been painted in, so that what is no longer painted goes there too. */
function viewsOf(painted: Painted[]): Set<View> {
  for (const { range } of painted) known.add(viewOf(range));
  return known;
}

function createHighlight(view: View, tone: Tone, ranges: Range[]): Highlight {
  const highlight = new view.Highlight(...ranges);
  highlight.priority = PRIORITY[tone];
  return highlight;
}
