import { expect, it, vi } from 'vitest';
import { askIndex } from '../../src/store/ask-index.ts';
import { quickRead } from '../../src/store/quick-read.ts';
import { createDevice, keepLesson, reopen } from './device.ts';

it('where the index stands otherwise than the last time the search goes on in its one transaction: each more waits behind whatever is written', async () => {
  const device = createDevice();
  await keepLesson(device);
  const { relaxed } = reopen(device);
  /** What is asked of the index as it stood takes longer than a transaction lasts. */
  const ask = (count: number) =>
    askIndex(relaxed, 0, async (index) => {
      if (index.records < count) await new Promise((resolve) => setTimeout(resolve, 50));
      await quickRead(relaxed, ['records'], (table) => [table('records').count()]);
      return [index.records];
    });
  expect((await ask(1)).answer).toEqual([1]);
  await keepLesson(device);
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  expect((await ask(2)).answer).toEqual([2]);
  expect(begun).toHaveBeenCalledTimes(1);
  begun.mockRestore();
});
