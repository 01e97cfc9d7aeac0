import { createEar } from './ear.ts';

/** After what a person does, and once more: a search in a page waits until nobody types. */
const LOOKS_MS = [60, 800];
/** What a page begins a search of its own with. */
const DEEDS = ['input', 'keyup', 'click'] as const;

/**
 * A page that marks what it has found may clear all that is registered, ours with it. That makes no change that could be
 * heard of; but it comes of something that a person did, and so that is what `look` is called after. It is heard on the way
 * down, before a page can keep it to itself.
 */
export function createWipes(look: () => void): { hearIn(trees: Iterable<Node>): void } {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const hear = ({ isTrusted }: Event): void => {
    if (!isTrusted) return;
    for (const timer of timers) clearTimeout(timer);
    timers = LOOKS_MS.map((ms) => setTimeout(look, ms));
  };
  const ears = DEEDS.map((name) => createEar(name, hear, true));
  return {
    hearIn(trees) {
      const all = [...trees];
      for (const ear of ears) ear.hearIn(all);
      if (all.length === 0) for (const timer of timers) clearTimeout(timer);
    },
  };
}
