import { describe, describeElement } from '../anchor/index.ts';
import type { Selector } from '../domain/target.ts';
import { composedRange } from './composed.ts';
import { documentIn, hostOf, isDocument, isFrame, isShadowRoot, textRootOf } from './dom.ts';
import { activeIn, isEditable, isInField } from './field.ts';
import { inOneTree } from './one-tree.ts';
import { textIn } from './ranges.ts';

/** What the person has selected, and where. */
export interface Passage {
  range: AbstractRange;
  /** As it reads. */
  text: string;
  document: Document;
}

export type Selected =
  | { kind: 'passage'; passage: Passage }
  | { kind: 'nothing' }
  /** The cursor or what is selected is in a field: that is being written, not read. */
  | { kind: 'field' }
  /** The focus is in a frame of another site, which we may not look into. */
  | { kind: 'closed-frame' };

/** What is selected in a page or, where the focus is in a frame of the same site, in that frame. */
export function findSelected(document: Document): Selected {
  const active = activeIn(document);
  if (active && isEditable(active)) return { kind: 'field' };
  if (active && isFrame(active)) {
    const inner = documentIn(active);
    const found: Selected = inner ? findSelected(inner) : { kind: 'closed-frame' };
    if (found.kind !== 'nothing') return found;
  }
  const passage = readAnySelection(document);
  if (!passage) return { kind: 'nothing' };
  if (!isInField(passage.range)) return { kind: 'passage', passage };
  return { kind: passage.text === '' ? 'nothing' : 'field' };
}

/** The selection of one document, whatever has the focus; null where it is in a field. */
export function readSelection(document: Document): Passage | null {
  const passage = readAnySelection(document);
  return passage && isInField(passage.range) ? null : passage;
}

function readAnySelection(document: Document): Passage | null {
  const selection = Document.prototype.getSelection.call(document);
  const composed = selection ? composedRange(selection) : null;
  if (!selection || !composed) return null;
  const range = inOneTree(composed);
  return { range, text: String(selection).trim() || (textIn(range) ?? '').trim(), document };
}

/**
 * Selectors for a passage. In a shadow root they are those of its tree, after one that leads there: the paths of the
 * hosts from outside in, each in the tree of the one before.
 */
export function describePassage({ range }: Pick<Passage, 'range'>): Selector[] {
  const root = Node.prototype.getRootNode.call(range.startContainer);
  const within = isDocument(root) ? textRootOf(root, range.startContainer, range.endContainer) : root;
  return withHosts(describe(range, within), root);
}

/** Selectors of a tree, with what leads to that tree where it is a shadow root. */
export const withHosts = (found: Selector[], root: Node): Selector[] =>
  found.length > 0 && isShadowRoot(root) ? [...found, shadowSelector(root)] : found;

function shadowSelector(root: Node): Selector {
  const hosts: string[] = [];
  for (let host = hostOf(root); host; host = hostOf(Node.prototype.getRootNode.call(host))) {
    const [path] = describeElement(host, Node.prototype.getRootNode.call(host));
    hosts.unshift(String(path?.value ?? ''));
  }
  return { type: 'ShadowHostsSelector', value: hosts };
}
