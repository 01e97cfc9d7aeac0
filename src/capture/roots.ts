import { elementsAt } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import type { Mark } from '../wire/messages.ts';
import { documentIn, isElement, shadowOf, textRootOf } from './dom.ts';
import { elementsIn, shadowRootsIn } from './trees.ts';

/** Trees a passage may stand in, likeliest first; none where its frame or host is not there (yet). */
export function rootsFor(mark: Mark): Node[] {
  const documents = mark.frame === undefined ? [document] : framesAt(mark.frame);
  const hosts = mark.selectors.find(isShadowHosts)?.value;
  if (!hosts) return documents.map((one) => textRootOf(one));
  return documents.flatMap((start) => {
    const root = enter(start, hosts);
    return root ? [root] : [];
  });
}

interface ShadowHosts extends Record<string, unknown> {
  type: 'ShadowHostsSelector';
  value: string[];
}

const isShadowHosts = (selector: Selector): selector is ShadowHosts =>
  selector.type === 'ShadowHostsSelector' && Array.isArray(selector.value);

/** Goes through the hosts from outside in; null where one is missing or closed. */
function enter(start: Document, hosts: string[]): Node | null {
  let root: Document | ShadowRoot = start;
  for (const path of hosts) {
    const shadow = shadowAt(root, path);
    if (!shadow) return null;
    root = shadow;
  }
  return root;
}

function shadowAt(root: Document | ShadowRoot, path: string): ShadowRoot | null {
  try {
    const [host] = elementsAt(root, path);
    return isElement(host) ? shadowOf(host) : null;
  } catch {
    return null; // What came from a colleague need not be a selector.
  }
}

/** Documents of frames of this site at an address, also of frames in frames; where there is none, also in shadow roots. */
function framesAt(address: string): Document[] {
  const isThere = (inner: Document): boolean => withoutHash(inner.URL) === withoutHash(address);
  const inPlainSight = documentsIn(document, false).filter(isThere);
  return inPlainSight.length > 0 ? inPlainSight : documentsIn(document, true).filter(isThere);
}

const DEEPEST = 8;

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
