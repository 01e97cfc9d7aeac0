export { anchor, anchorAll } from './anchor.ts';
export { describe } from './describe.ts';
export { describeElement } from './element.ts';
export { forget } from './kept-pages.ts';
export type { Anchored } from './passage.ts';
