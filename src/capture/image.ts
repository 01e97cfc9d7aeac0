import { documentOf } from './dom.ts';
import { documentsIn } from './frames.ts';
import { elementsIn, shadowRootsIn } from './trees.ts';

/**
 * The image that shows a file, in the page, in its open shadow roots or in frames of its site; of several the one nearest
 * to the middle of the view, since that is what a person points at. Null where it stands in a frame of another site.
 */
export function findImage(address: string): HTMLImageElement | null {
  const documents = [document, ...documentsIn(document, true)];
  const trees = documents.flatMap((one) => [one, ...shadowRootsIn(one)]);
  const images = trees.flatMap((tree) => [...elementsIn(tree, 'img')] as HTMLImageElement[]);
  const shown = images.filter(({ currentSrc, src }) => currentSrc === address || src === address);
  return shown.sort((a, b) => fromMiddle(a) - fromMiddle(b))[0] ?? null;
}

function fromMiddle(image: HTMLImageElement): number {
  const { top, bottom, left, right } = Element.prototype.getBoundingClientRect.call(image);
  const view = documentOf(image)?.defaultView ?? window;
  return Math.hypot((top + bottom - view.innerHeight) / 2, (left + right - view.innerWidth) / 2);
}
