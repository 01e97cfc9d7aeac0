import { writeCensus } from '../stored/census.ts';
import { joined } from '../stored/joined-bytes.ts';
import { type Leaf, SHARED_BASE, sumOf } from '../stored/leaf.ts';
import { PADDING, type Packed } from '../stored/postings.ts';
import { withHead } from '../stored/with-head.ts';

/** Leaves of a segment that were built and wait to be written. Nothing but data, so that a worker can hand it over. */
export interface Collected {
  firsts: string[];
  leaves: Leaf[];
  /** Number of the first leaf, and what the census says of each. */
  from: number;
  census: Uint8Array[];
  bytes: number;
}

/** Makes leaves of terms that come in their order. */
interface Collector {
  add(term: string, postings: Packed): void;
  /** Ends the last leaf, and gives all. */
  close(): Collected;
  collected: Collected;
}

const LEAF_BYTES = 8 * 1024;
const LEAF_TERMS = 600;
const SHARED_MAX = 90;

/** Collects leaves from number `from` on. */
export function collectLeaves(from = 0): Collector {
  const collected: Collected = { firsts: [], leaves: [], from, census: [], bytes: 0 };
  let draft = draftLeaf();
  const close = () => {
    const [first] = draft.terms;
    if (first !== undefined) {
      const [leaf, census] = [writeLeaf(draft), writeCensus(draft.terms, draft.lists)];
      collected.firsts.push(first);
      collected.leaves.push(leaf);
      collected.census.push(census);
      collected.bytes += leaf.data.length + leaf.terms.length + census.length;
      draft = draftLeaf();
    }
    return collected;
  };
  return {
    add(term, list) {
      if (list.count === 0) return;
      if (draft.length + list.bytes.length > LEAF_BYTES || draft.terms.length === LEAF_TERMS) close();
      draft.terms.push(term);
      draft.lists.push(list);
      draft.length += list.bytes.length + term.length;
    },
    close,
    collected,
  };
}

const draftLeaf = () => ({ terms: [] as string[], lists: [] as Packed[], length: 0 });

function writeLeaf({ terms, lists }: ReturnType<typeof draftLeaf>): Leaf {
  let text = '';
  let before = '';
  for (const term of terms) {
    let shared = 0;
    while (shared < SHARED_MAX && shared < before.length && before[shared] === term[shared]) shared++;
    text += `${String.fromCharCode(SHARED_BASE + shared)}${term.slice(shared)}\n`;
    before = term;
  }
  const data = joined([...withHead(lists), new Uint8Array(PADDING)]);
  return { terms: text, data, sum: sumOf(text, data) };
}
