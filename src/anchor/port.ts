import type { Selector } from '../domain/target.ts';
import { describe } from './describe.ts';
import { anchorPassages } from './passage.ts';

/** The anchor of passages as any benchmark can drive it: a null is an orphan. */
const anchorAll = async (root: Node, list: Selector[][]): Promise<(Range | null)[]> =>
  (await anchorPassages(root, list)).map((found) => ('range' in found ? found.range : null));

type Found = Range | null | undefined;

/** An anchor as benchmarks drive it, ours or another: its selectors are its own affair. */
export interface Candidate {
  describe(range: Range, root: Node): unknown;
  anchor(root: Node, selectors: unknown): Found | Promise<Found>;
  anchorAll?(root: Node, list: unknown[]): Promise<(Range | null)[]>;
}

declare global {
  var candidate: (Candidate & { name: string }) | undefined;
}

globalThis.candidate = {
  name: 'sidelight',
  describe,
  anchor: async (root: Node, selectors: Selector[]) => (await anchorAll(root, [selectors]))[0],
  anchorAll,
};
