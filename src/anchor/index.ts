export { type Anchored, anchor } from './anchor.ts';
export { anchorAll, type Pace } from './anchor-all.ts';
export { describe, describeElement } from './describe.ts';
export { forget } from './page.ts';
