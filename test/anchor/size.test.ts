import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ours } from '../bench/anchor/variants.ts';

test('the code of anchoring fits four kilobytes as it travels', async () => {
  const { script } = await ours();
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(4096);
});
