import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutations } from './mutations.ts';
import { sizes } from './sizes.ts';

it.each(mutations)('the bug "$name" can still be put in', ({ file, find }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
});

it.each(sizes)('the limit "$find" can still be made small', ({ file, find }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
});

it('there are enough of them', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(20);
});
