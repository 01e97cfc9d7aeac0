import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutations } from './mutations.ts';

it.each(mutations)('the bug "$name" can still be put in', ({ file, find }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
});

it('there are enough of them', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(20);
});
