import { elementAt, isTaken } from './dom.ts';
import { textIn } from './ranges.ts';
import type { Painted } from './tones.ts';

/** Fewer than these cost a busy page little. */
const MANY = 16;
/** As far around the view: what comes nearer than this is told a frame later, before it is scrolled to. */
const MARGIN = '50%';
/** A passage as long as this may reach into view from far outside of it. */
const LONG = 3_000;

export interface Near {
  /** Those of what is painted that stand in view or near it; all of them as long as that is not known. */
  of(painted: Painted[]): Painted[];
  stop(): void;
}

/**
 * Of what is painted, what stands near the view, for pages that never stop changing: with each change of a page a browser
 * goes through all that is registered, and hundreds of passages would take a good part of every frame. Nothing is
 * measured: the browser says what comes near and what goes, and `changed` is called then.
 */
export function createNear(changed: () => void): Near {
  const isNear = new Map<Element, boolean>();
  const observer = new IntersectionObserver(hear, { rootMargin: MARGIN });

  function hear(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // What has no box of its own (`display: contents`) cannot be seen to come near.
      isNear.set(target, isIntersecting || (box.width === 0 && box.height === 0));
    }
    changed();
  }

  function watch(elements: Set<Element>): void {
    for (const element of isNear.keys()) {
      if (elements.has(element)) continue;
      if (!isTaken(element)) observer.unobserve(element);
      isNear.delete(element);
    }
    for (const element of elements) {
      if (isNear.has(element)) continue;
      isNear.set(element, true);
      observer.observe(element);
    }
  }

  return {
    of(painted) {
      if (painted.length < MANY) return painted;
      const ends = new Map(painted.map((one) => [one, endsOf(one)]));
      watch(new Set([...ends.values()].flat()));
      return painted.filter((one) => isLong(one) || ends.get(one)?.some((element) => isNear.get(element) !== false));
    },
    stop() {
      observer.disconnect();
      isNear.clear();
    },
  };
}

/** The elements that a passage begins and ends in. */
const endsOf = ({ range }: Painted): Element[] =>
  [range.startContainer, range.endContainer].flatMap((node) => elementAt(node) ?? []);

const isLong = ({ range }: Painted): boolean =>
  range.startContainer !== range.endContainer && (textIn(range)?.length ?? 0) > LONG;
