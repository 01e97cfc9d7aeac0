import { documentIn } from './dom.ts';
import { elementsIn, shadowRootsIn } from './trees.ts';

const DEEPEST = 8;
/** A page may have as many frames as it likes. */
const MOST = 30;

/** Documents that a passage of a frame may stand in. */
interface Frames {
  documents: Document[];
  /** None of them has the frame's address. */
  isElsewhere: boolean;
}

/** What was found, for as long as the page cannot have changed: many passages may be of one frame. */
const found = new Map<string, Frames>();

/**
 * Documents of frames of this site at an address, also of frames in frames; where there is none, also in shadow roots. Where
 * none has it there either, all may be it: an address may have a session in it, or be made anew with each visit (`blob:`).
 */
export function framesAt(address: string): Frames {
  const known = found.get(address) ?? findFrames(withoutHash(address));
  if (found.size === 0) queueMicrotask(() => found.clear());
  found.set(address, known);
  return known;
}

function findFrames(address: string): Frames {
  const isThere = (inner: Document): boolean => withoutHash(inner.URL) === address;
  const inPlainSight = documentsIn(document, false).filter(isThere);
  if (inPlainSight.length > 0) return { documents: inPlainSight, isElsewhere: false };
  const all = documentsIn(document, true);
  const there = all.filter(isThere);
  return there.length > 0
    ? { documents: there, isElsewhere: false }
    : { documents: all.slice(0, MOST), isElsewhere: true };
}

/** Documents of the frames of this site under a document. Looking into shadow roots means to look at every element. */
export function documentsIn(holder: Document, isThorough: boolean, depth = 0): Document[] {
  if (depth === DEEPEST) return [];
  const trees = isThorough ? [holder, ...shadowRootsIn(holder)] : [holder];
  return trees
    .flatMap((tree) => [...elementsIn(tree, 'iframe')])
    .flatMap((frame) => {
      const inner = documentIn(frame);
      return inner ? [inner, ...documentsIn(inner, isThorough, depth + 1)] : [];
    });
}

const withoutHash = (address: string): string => address.replace(/#.*$/s, '');
