/** The safety check as benchmarks drive it: `scan(text)` and `cleanUrl(url)`, the product's own. */
export { cleanUrl } from './safety/clean-url.ts';
export { scan } from './safety/scan.ts';
