import { elementsAt } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import type { Mark } from '../wire/messages.ts';
import { isElement, shadowOf, textRootOf } from './dom.ts';
import { framesAt } from './frames.ts';

/** The way to a passage, through frames and shadow roots. */
export interface Way {
  /** Trees it may stand in, likeliest first; none where its frame or host is not there (yet). */
  roots: Node[];
  /** Trees on the way there: what is missing may yet come in the innermost. */
  passed: Node[];
  /** A host is there that has no root yet. That it gets one is no change that a page tells of. */
  isWaiting: boolean;
  /** These are not at the frame's address: only what stands there as it was is believed. */
  isElsewhere: boolean;
}

export function wayTo(mark: Mark): Way {
  const { documents, isElsewhere } =
    mark.frame === undefined ? { documents: [document], isElsewhere: false } : framesAt(mark.frame);
  const hosts = mark.selectors.find(isShadowHosts)?.value;
  const way: Way = { roots: [], passed: [...documents], isWaiting: false, isElsewhere };
  if (!hosts) return { ...way, roots: documents.map((one) => textRootOf(one)) };
  for (const start of documents) enter(start, hosts, way);
  return way;
}

/** Whether a mark stands in the page's own tree, whose root is always there. */
export const isInPage = (mark: Mark): boolean => mark.frame === undefined && !mark.selectors.some(isShadowHosts);

interface ShadowHosts extends Record<string, unknown> {
  type: 'ShadowHostsSelector';
  value: string[];
}

const isShadowHosts = (selector: Selector): selector is ShadowHosts =>
  selector.type === 'ShadowHostsSelector' && Array.isArray(selector.value);

/** Goes through the hosts from outside in, as far as they are there and open. */
function enter(start: Document, hosts: string[], way: Way): void {
  let root: Document | ShadowRoot = start;
  for (const path of hosts) {
    const host = hostAt(root, path);
    const shadow = host && shadowOf(host);
    if (host && !shadow) way.isWaiting = true;
    if (!shadow) return;
    way.passed.push(shadow);
    root = shadow;
  }
  way.roots.push(root);
}

function hostAt(root: Document | ShadowRoot, path: string): Element | null {
  try {
    const [host] = elementsAt(root, path);
    return isElement(host) ? host : null;
  } catch {
    return null; // What came from a colleague need not be a selector.
  }
}
