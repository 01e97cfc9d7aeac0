import { expect, it } from 'vitest';
import { titleRun } from '../../src/search/page/title-run.ts';

/** A row of one word again and again, and how often a word of it was looked at. */
function same(length: number) {
  const told = { reads: 0 };
  const words = Array.from({ length }, () => 'docker');
  const row = new Proxy(words, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) told.reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { row, told };
}

it('the longest stretch of a title is told, wherever it stands', () => {
  const run = titleRun(['the', 'bank', 'asks', 'bank', 'asks', 'for', 'receipts'], () => 3);
  expect(run(['who', 'asks', 'for', 'receipts', 'now'])).toMatchObject({ from: 1, to: 4 });
  expect(run(['bank', 'asks', 'for', 'bank', 'asks'])).toMatchObject({ from: 0, to: 3 });
});

it('a title that says one word again and again is not looked for from each of its places in each of the page', () => {
  const { row, told } = same(2_000);
  const run = titleRun(row, () => 1);
  told.reads = 0;
  expect(run(Array.from({ length: 1_000 }, () => 'docker'))).toMatchObject({ from: 0, to: 100 });
  expect(told.reads).toBeLessThan(500_000);
});
