import type { Version } from './version.ts';

/** Apart from what makes versions, which a page that lives for seconds does not load. */
export const isSameVersion = (a: Version, b: Version): boolean =>
  a.n === b.n && a.time === b.time && a.device === b.device && a.hash === b.hash;
