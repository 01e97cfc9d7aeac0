import type { Words } from '../domain/kinds/kind.ts';
import { invert, writeLeaves } from './build.ts';
import { type Entry, entryOf } from './entry.ts';
import { type Leaf, readLeaf } from './leaf.ts';
import { createSegmentPart } from './part.ts';
import type { Index } from './search.ts';
import { impactsOf } from './weight.ts';

/** An index of one segment that is held in memory, over records numbered from 0. For measuring and for trying things out. */
export function createMemoryIndex(records: (Words & { site: string })[]): { index: Index; entries: Entry[] } {
  const entries = records.map(entryOf);
  const leaves: Leaf[] = [];
  const firsts: string[] = [];
  const large = new Map<string, Uint8Array>();
  const terms = invert(entries.map((entry, number) => ({ number, terms: impactsOf(entry) })));
  writeLeaves(terms, 0, 0, {
    leaf: (_, first, leaf) => {
      leaves.push(leaf);
      firsts.push(first);
    },
    large: (at, i, bytes) => large.set(`${at} ${i}`, bytes),
  });
  const read = leaves.map(readLeaf);
  const part = createSegmentPart({
    from: 0,
    firsts,
    leaf: async (at) => read[at] ?? readLeaf({ terms: '', data: new Uint8Array(0), sum: -1 }),
    large: async (at, i) => large.get(`${at} ${i}`) ?? new Uint8Array(0),
  });
  const tongues = [...new Set(entries.map(({ tongue }) => tongue))];
  return { index: { parts: [part], records: entries.length, tongues, isGone: () => false }, entries };
}
