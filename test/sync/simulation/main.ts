import 'fake-indexeddb/auto';
import { simulate } from './simulate.ts';

/** One process of `npm run simulate`: tells of each seed it was given, and stops at the first that went wrong. */
const [from = 1, step = 1, until = 1] = process.argv.slice(2).map(Number);
for (let seed = from; seed <= until; seed += step) {
  const { wrong, story, requests, deeds } = await simulate(seed);
  process.send?.({ seed, requests, deeds, wrong, story: wrong.length > 0 ? story : [] });
  if (wrong.length > 0) break;
}
process.disconnect?.();
