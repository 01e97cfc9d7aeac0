import { giveWay } from '../anchor/index.ts';

let restedMs = 0;

/** For how long the page was given way to, all in all: what is bounded by its own time does not count that. */
export const timeRested = (): number => restedMs;

/** Gives way to the page, and counts for how long. */
export async function rest(): Promise<void> {
  const since = performance.now();
  await giveWay();
  restedMs += performance.now() - since;
}
