import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const SECONDS = Number(process.env.SIMULATION_SECONDS ?? 20);

it('whatever happens, all come to the same and nothing promised is lost', {
  timeout: (SECONDS + 30) * 1_000,
}, async () => {
  const end = Date.now() + SECONDS * 1_000;
  let seed = 1;
  for (; Date.now() < end; seed++) {
    const { wrong, story } = await simulate(seed);
    expect(wrong, `seed ${seed}\n${story.join('\n')}`).toEqual([]);
  }
  console.log(`${seed - 1} stories in ${SECONDS} s`);
});
