import { describe } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import type { Placed } from './placed.ts';

/** How a mark was found in one of the trees that it may stand in. */
export interface Candidate {
  root: Node;
  placed: Placed;
}

const RANK = { anchored: 2, changed: 1, orphaned: 0 };

/**
 * In which of several trees a passage stands, as frames without an address of their own may all say the same: where it was
 * found best, and of equals where most of what stood around it stands around it now. Of those that are alike in this too,
 * the first.
 */
export function chooseBest(candidates: Candidate[]): Placed | undefined {
  const best = Math.max(...candidates.map(rankOf));
  const equals = candidates.filter((one) => rankOf(one) === best);
  if (equals.length < 2) return equals[0]?.placed;
  const scores = new Map(equals.map((one) => [one, likenessOf(one)]));
  return equals.reduce((a, b) => ((scores.get(b) ?? 0) > (scores.get(a) ?? 0) ? b : a)).placed;
}

const rankOf = ({ placed }: Candidate): number => RANK[placed.anchored.state];

/** What the same section is worth, in letters. */
const SECTION = 8;

/** Letters around it that are as they were, from the passage outwards. */
function likenessOf({ root, placed: { mark, anchored, element } }: Candidate): number {
  if (anchored.state === 'orphaned' || element) return 0;
  const now = around(describe(anchored.range, root));
  const before = around(mark.selectors);
  return (
    shared([...before.prefix].reverse(), [...now.prefix].reverse()) +
    shared([...before.suffix], [...now.suffix]) +
    (before.section !== '' && before.section === now.section ? SECTION : 0)
  );
}

function around(selectors: Selector[]): { prefix: string; suffix: string; section: string } {
  const textOf = (type: string, name: string): string => {
    const value = selectors.find((one) => one.type === type)?.[name];
    return typeof value === 'string' ? value.replace(/\s+/g, '') : '';
  };
  return {
    prefix: textOf('TextQuoteSelector', 'prefix'),
    suffix: textOf('TextQuoteSelector', 'suffix'),
    section: textOf('CssSelector', 'value'),
  };
}

function shared(a: string[], b: string[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
