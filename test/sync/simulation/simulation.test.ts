import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Stores } from './profile-disk.ts';
import { simulate } from './simulate.ts';

const SECONDS = Number(process.env.SIMULATION_SECONDS ?? 60);

it.each<[Stores, number]>([
  ['memory', SECONDS * 0.75],
  ['real', SECONDS * 0.25],
])(
  'whatever happens, all come to the same and nothing promised is lost (on %s stores)',
  {
    timeout: (SECONDS + 30) * 1_000,
  },
  async (stores, seconds) => {
    const end = Date.now() + seconds * 1_000;
    let seed = 1;
    for (; Date.now() < end; seed++) {
      const { wrong, story } = await simulate(seed, stores);
      expect(wrong, `seed ${seed}\n${story.join('\n')}`).toEqual([]);
    }
    console.log(`${seed - 1} stories on ${stores} stores in ${seconds} s`);
  },
);
