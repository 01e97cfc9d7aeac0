import 'fake-indexeddb/auto';
import { simulate } from './simulate.ts';

/** One process of `npm run simulate`: tells of the seeds it was given, and stops at the first that went wrong. */
const [stores = 'memory', ...given] = process.argv.slice(2);
const [from = 1, step = 1, until = 1] = given.map(Number);
const TOGETHER = 50;

let isEnough = false;
process.once('message', () => {
  isEnough = true;
});

// Whoever started it is gone, and nobody hears of what it tells.
process.once('disconnect', () => process.exit());

let told = { seeds: 0, requests: 0, deeds: 0 };
const tell = (more: object = {}) => {
  process.send?.({ ...told, ...more });
  told = { seeds: 0, requests: 0, deeds: 0 };
};
for (let seed = from; seed <= until; seed += step) {
  const { wrong, story, requests, deeds } = await simulate(seed, stores === 'real' ? 'real' : 'memory');
  told = { seeds: told.seeds + 1, requests: told.requests + requests, deeds: told.deeds + deeds };
  if (wrong.length > 0) {
    tell({ bad: { seed, wrong, story } });
    break;
  }
  const isLast = seed + step > until;
  if (told.seeds === TOGETHER || isLast || isEnough) tell({ last: isLast ? until : seed });
  if (isEnough) break;
}
process.disconnect?.();
