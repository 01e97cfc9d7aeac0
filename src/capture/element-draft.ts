import { describeElement, KINDS, labelOf } from '../anchor/index.ts';
import type { Draft } from '../wire/messages.ts';
import { documentOf, nodeAbove } from './dom.ts';
import { type Passage, withHosts } from './passage.ts';
import { letGo, withLive } from './ranges.ts';
import { elementsIn } from './trees.ts';

/** What a draft has of an element. */
export type ElementDraft = Pick<Draft, 'quote' | 'selectors' | 'frame'>;

/**
 * A selection without text may hold a picture or a table: then it is that element, found again by its place, and what
 * is quoted is its caption or alternative text. Null where there is none.
 */
export function describeElementIn(passage: Passage): ElementDraft | null {
  const root = Node.prototype.getRootNode.call(passage.range.startContainer);
  const touched = withLive(passage.range, (live) =>
    [...elementsIn(root, KINDS)].filter((one) => live.intersectsNode(one)),
  );
  const element = touched && (touched.find((one) => isWithin(one, passage.range)) ?? innermost(touched));
  return element ? draftOfElement(element) : null;
}

/** A table that pictures were laid out with is not meant by who selects one of them. */
const innermost = (elements: Element[]): Element | undefined =>
  elements.find((one) => !elements.some((other) => other !== one && Node.prototype.contains.call(one, other)));

/** Whether all of an element is selected. */
const isWithin = (element: Element, range: AbstractRange): boolean =>
  withLive(range, (live) => {
    const parent = nodeAbove(element);
    const own = live.cloneRange();
    if (parent) own.selectNode(element);
    const START_TO_START = 0; // as in Range
    const END_TO_END = 2;
    const isInside =
      live.compareBoundaryPoints(START_TO_START, own) <= 0 && live.compareBoundaryPoints(END_TO_END, own) >= 0;
    letGo(own);
    return parent !== null && isInside;
  }) ?? false;

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
