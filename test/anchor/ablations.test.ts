import { expect, test } from 'vitest';
import { ablations, ours } from '../bench/anchor/variants.ts';

test('every step that the bench takes out is still there to be taken out', async () => {
  const whole = await ours();
  const scripts = (await ablations()).map(({ script }) => script);
  expect(new Set([whole.script, ...scripts]).size).toBe(scripts.length + 1);
});
