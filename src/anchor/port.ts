import type { Selector } from '../domain/target.ts';
import { describe } from './describe.ts';
import { type Anchored, anchorPassage, anchorPassages } from './passage.ts';

/** The anchor of passages as any benchmark can drive it: a null is an orphan. */
const rangeOf = (found: Anchored): Range | null => ('range' in found ? found.range : null);

Object.assign(globalThis, {
  candidate: {
    name: 'sidelight',
    describe,
    anchor: (root: Node, selectors: Selector[]) => rangeOf(anchorPassage(root, selectors)),
    anchorAll: async (root: Node, list: Selector[][]) => (await anchorPassages(root, list)).map(rangeOf),
  },
});
