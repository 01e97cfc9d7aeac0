import type { Selector } from '../domain/target.ts';
import { type Anchored, anchor, anchorAll, describe } from './index.ts';

/** The anchor as any benchmark can drive it: a null is an orphan. */
const rangeOf = (found: Anchored): Range | null => (found.state === 'orphaned' ? null : found.range);

Object.assign(globalThis, {
  candidate: {
    name: 'sidelight',
    describe,
    anchor: (root: Node, selectors: Selector[]) => rangeOf(anchor(root, selectors)),
    anchorAll: async (root: Node, list: Selector[][]) => (await anchorAll(root, list)).map(rangeOf),
  },
});
