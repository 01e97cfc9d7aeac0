import type { openBench } from './chromium.ts';
import type { Variant } from './variants.ts';

/** Passages that are looked for at once. */
const COUNT = 500;

/**
 * Time for passages all over a page, on the page as it was and as it became; the latter with so many copies of itself
 * below, among which nothing tells the first apart.
 */
export async function timeOn(
  bench: Awaited<ReturnType<typeof openBench>>,
  [before, after]: [string, string],
  variant: Variant,
  copies = 0,
): Promise<Record<string, number>> {
  const selectors = await bench.describeAll(before, COUNT, variant);
  const same = await bench.time(before, selectors, variant);
  const changed = await bench.time(after, selectors, variant, copies);
  return {
    'unchanged, ms': Math.round(same.ms),
    'changed, ms': Math.round(changed.ms),
    'longest slice, ms': Math.round(Math.max(same.longestMs, changed.longestMs)),
    [`done of ${COUNT}`]: changed.done,
    found: changed.found,
  };
}
