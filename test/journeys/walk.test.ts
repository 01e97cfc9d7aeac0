import { expect, it } from 'vitest';
import { steps } from '../../src/dev/walk/steps.ts';
import { journeys } from './journey.ts';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('one lesson from a page to a colleague', browser, (stage) => {
    for (const step of steps) it(step.name, async () => expect(await step.walk(stage())).not.toBe(''));

    it('nothing of ours threw on the way', async () => {
      for (const name of ['Ada', 'Ben']) expect(await (await stage().person(name)).complaints()).toEqual([]);
    });
  });
}
