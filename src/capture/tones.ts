import { HIGHLIGHTS, namesOf, type Tone } from '../browser/highlights.ts';
import { documentOf, isTaken } from './dom.ts';
import { registryOf, type View } from './registry.ts';

/** A passage as it is painted now. */
export interface Painted {
  team: string;
  id: string;
  tone: Tone;
  range: AbstractRange;
  /** In a stretch of a passage: over how many others of its tone it lies there. */
  over?: number;
  /** The picture or table that is meant, where it is no text. */
  element?: Element;
}

/** In the order in which they lie upon each other; what lies over another of its tone next above that. */
const ORDER: Tone[] = ['changed', 'own', 'team', 'question', 'shown'];
const names = ORDER.flatMap(namesOf);

const nameOf = ({ tone, over = 0 }: Painted): string => namesOf(tone)[over] ?? HIGHLIGHTS[tone];

/** Null once the frame that a passage stood in is gone. */
const viewOf = (range: AbstractRange): View | null =>
  (documentOf(range.startContainer)?.defaultView ?? null) as View | null;

/** What we have registered in each document that was painted in, by name. */
const registered = new Map<View, Map<string, Highlight>>();

/** Paints exactly these passages of text, through the registry of each document they stand in; nothing of the page's DOM changes. */
export function paintAll(painted: Painted[]): void {
  for (const { range } of painted) {
    const view = viewOf(range);
    if (view && !registered.has(view)) registered.set(view, new Map());
  }
  for (const [view, ours] of registered) {
    if (isTaken(view)) {
      registered.delete(view);
      continue;
    }
    const here = painted.filter(({ range, element }) => !element && viewOf(range) === view);
    for (const [priority, name] of names.entries()) {
      const ranges = here.filter((one) => nameOf(one) === name).map(({ range }) => range);
      if (ranges.length > 0) ours.set(name, register(view, { name, priority }, ranges));
      else withdraw(view, ours, name);
    }
    // The document of a frame that has gone is not held on to.
    if (ours.size === 0) registered.delete(view);
  }
}

/** Whether all that we have registered is: a page may clear what others have registered with its own. */
export const areRegistered = (): boolean =>
  [...registered].every(
    ([view, ours]) => isTaken(view) || [...ours.keys()].every((name) => registryOf(view).has(name)),
  );

function register(view: View, as: { name: string; priority: number }, ranges: AbstractRange[]): Highlight {
  const highlight = new view.Highlight(...ranges);
  highlight.priority = as.priority;
  registryOf(view).set(as.name, highlight);
  return highlight;
}

/** Only what is ours: after an update the page layer that took over has registered its own under the same names. */
function withdraw(view: View, ours: Map<string, Highlight>, name: string): void {
  const registry = registryOf(view);
  if (registry.get(name) === ours.get(name)) registry.delete(name);
  ours.delete(name);
}
