import { fold } from '../../kit/fold.ts';

/** A letter with all that hangs on it. */
const CLUSTER = /.[\p{M}\u00ad\u200b-\u200d\uff9e\uff9f]*/gsu;

/** The same stretch is looked through for each of a hundred pairs that were pasted: those of the record in hand are remembered, folded. */
const known = new Map<string, Folded>();

/** Remembers no stretch any more: a text that is deleted is not to outlive itself here, nor are all of two hundred to be held at once. */
export const forgetStretches = (): void => known.clear();

/** A stretch of text, and where what each of its folded letters is made of starts. */
interface Folded {
  folded: string;
  starts: number[];
}

function foldedOf(verbatim: string): Folded {
  const starts: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of verbatim.matchAll(CLUSTER)) {
    folded += fold(cluster);
    // Each folded letter knows the cluster it is of.
    while (starts.length < folded.length) starts.push(index);
  }
  known.set(verbatim, { folded, starts });
  return { folded, starts };
}

/**
 * Where a folded part stands in a stretch of text as it is written, each time as start and end: folding makes some letters
 * one, others two, and leaves some out.
 */
export function placesWithin(verbatim: string, part: string): [start: number, end: number][] {
  const { folded, starts } = known.get(verbatim) ?? foldedOf(verbatim);
  const found: [number, number][] = [];
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
    let next = at + part.length;
    while (starts[next] === starts[next - 1]) next++;
    found.push([starts[at] ?? 0, starts[next] ?? verbatim.length]);
  }
  return found;
}
