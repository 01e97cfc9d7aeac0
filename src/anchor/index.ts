export { type Anchored, anchor, anchorAll, type Pace } from './anchor.ts';
export { describe, describeElement } from './describe.ts';
export { forget } from './kept-pages.ts';
