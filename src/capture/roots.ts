import type { Selector } from '../domain/target.ts';
import type { Mark } from '../wire/messages.ts';
import { documentIn, isElement, shadowOf } from './dom.ts';

/** Trees a passage may stand in, likeliest first; none where its frame or host is not there (yet). */
export function rootsFor(mark: Mark): Node[] {
  const documents = mark.frame === undefined ? [document] : framesAt(mark.frame);
  const hosts = mark.selectors.find(isShadowHosts)?.value;
  if (!hosts) return documents;
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
    const host = root.querySelector(path);
    return isElement(host) ? shadowOf(host) : null;
  } catch {
    return null; // What came from a colleague need not be a selector.
  }
}

/** Documents of frames of this site at an address, also of frames in frames. */
function framesAt(address: string): Document[] {
  return framesIn(document).filter((inner) => withoutHash(inner.URL) === withoutHash(address));
}

const DEEPEST = 8;

function framesIn(holder: Document, depth = 0): Document[] {
  if (depth === DEEPEST) return [];
  return [...Document.prototype.querySelectorAll.call(holder, 'iframe')].flatMap((frame) => {
    const inner = documentIn(frame);
    return inner ? [inner, ...framesIn(inner, depth + 1)] : [];
  });
}

const withoutHash = (address: string): string => address.replace(/#.*$/s, '');
