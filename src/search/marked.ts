import { once } from '../kit/once.ts';
import { type Marks, type Seen, SHOWN } from './marks.ts';
import type { Loaded, Skimmed } from './skim.ts';
import type { Slot } from './slot.ts';

const closely = once(() => import('./closer-marks.ts'));

/** Letters that may be of a script without spaces. */
const FAR_EAST = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\uffff]/;

/** Records with where what was asked for stands in them, as `see` has seen it. */
export async function markAll<T, One extends { loaded: Loaded<T> }>(
  some: One[],
  slots: Slot[],
  see: (skimmed: Skimmed) => Seen,
): Promise<(One & { marks: Marks })[]> {
  const marked = some.map((one) => ({ ...one, marks: see(one.loaded.skimmed).marks }));
  if (!marked.some((one) => isRough(one.loaded.skimmed, one.marks))) return marked;
  const { markCloser } = await closely();
  return marked.map((one) => ({ ...one, marks: markCloser(slots, one.loaded.skimmed, one.marks) }));
}

/** Whether more can be told: far inside a long text, or among letters that no space parts. */
const isRough = ({ fields: { title, body } }: Skimmed, marks: Marks): boolean =>
  [title, ...body].some((field, i) => (marks[i]?.length ? FAR_EAST.test(field) : field.length > SHOWN));
