import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTending } from '../../src/background/tend.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('upkeep is done once it is quiet, to its end, however often it was asked for', async () => {
  let left = 3;
  let steps = 0;
  const tendSoon = createTending(async () => {
    steps++;
    return --left > 0;
  });
  for (let i = 0; i < 10; i++) tendSoon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(steps).toBe(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(steps).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});
