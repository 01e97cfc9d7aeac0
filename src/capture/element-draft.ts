import { describeElement } from '../anchor/index.ts';
import type { Draft } from '../wire/messages.ts';
import { closestTo, documentOf } from './dom.ts';
import { type Passage, withHosts } from './passage.ts';
import { withLive } from './ranges.ts';
import { elementsIn } from './trees.ts';

/** What a draft has of an element. */
export type ElementDraft = Pick<Draft, 'quote' | 'selectors' | 'frame'>;

const CAPTURED = 'img, table, video, canvas, svg, math, audio, object';
const LABELS = ['alt', 'aria-label', 'title'];

/**
 * A selection without text may hold a picture or a table: then it is that element, found again by its place, and what
 * is quoted is its caption or alternative text. Null where there is none.
 */
export function describeElementIn(passage: Passage): ElementDraft | null {
  const root = Node.prototype.getRootNode.call(passage.range.startContainer);
  const all = [...elementsIn(root, CAPTURED)];
  const element = withLive(passage.range, (live) => all.find((one) => live.intersectsNode(one)));
  return element ? draftOfElement(element) : null;
}

/** The same for one element, wherever it stands: in a frame of this site, in an open shadow root. */
export function draftOfElement(element: Element): ElementDraft {
  const root = Node.prototype.getRootNode.call(element);
  const holder = documentOf(element) ?? document;
  const label = labelOf(element);
  return {
    selectors: withHosts(describeElement(element, root), root),
    ...(label ? { quote: label } : {}),
    ...(holder === document ? {} : { frame: holder.URL }),
  };
}

function labelOf(element: Element): string {
  const within = (css: string, where: Element | null): Element | null | undefined =>
    where && Element.prototype.querySelector.call(where, css);
  const caption = within('caption', element) ?? within('figcaption', closestTo(element, 'figure'));
  const labels = LABELS.map((name) => Element.prototype.getAttribute.call(element, name));
  return [caption?.textContent, ...labels].find((label) => label?.trim())?.trim() ?? '';
}
