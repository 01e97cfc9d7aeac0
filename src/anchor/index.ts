export { anchor, anchorAll } from './anchor.ts';
export { describe } from './describe.ts';
export { describeElement, elementsAt, isStill, KINDS } from './element.ts';
export { labelOf } from './element-signs.ts';
export { forget, pageOf } from './kept-pages.ts';
export type { Anchored } from './passage.ts';
export { giveWay } from './slices.ts';
