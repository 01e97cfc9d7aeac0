// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Watch, watchPage } from '../../src/capture/watch.ts';

let looks = 0;
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  watch = watchPage(
    () => [document],
    async () => void looks++,
  );
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

async function change(): Promise<void> {
  document.body.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(0);
}

test('a page that does nothing costs nothing', async () => {
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(looks).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('many changes are one look, after it has been quiet', async () => {
  for (let i = 0; i < 500; i++) await change();
  expect(looks).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(1);
});

test('a page that never stops changing is left alone after a while', async () => {
  for (let i = 0; i < 2_000; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(looks).toBe(24);
  expect(vi.getTimerCount()).toBe(0);
});

test('once stopped it stays so', async () => {
  await change();
  watch.stop();
  await change();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(0);
});

test('a change that comes while one looks is looked at, too', async () => {
  watch.stop();
  let finish = () => {};
  watch = watchPage(
    () => [document],
    () => {
      looks++;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  );
  await change();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(1);
  await change();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(2);
  finish();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('of a page that changes again at once after each look, that is told; of one that changes now and then, not', async () => {
  watch.stop();
  let isBusy = false;
  const look = async () => void looks++;
  watch = watchPage(
    () => [document],
    look,
    () => {
      isBusy = true;
    },
  );
  for (let i = 0; i < 4; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect([looks, isBusy]).toEqual([4, false]);
  for (let i = 0; i < 50; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(isBusy).toBe(true);
});
