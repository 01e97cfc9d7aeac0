// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Seen, type Watch, watchPage } from '../../src/capture/watch.ts';
import { trusted } from './trusted.ts';

// Here elements alone know their text, which in a browser every node does.
vi.mock('../../src/capture/dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/capture/dom.ts')>()),
  allTextOf: (node: Node) => node.textContent ?? '',
}));

let seen: Seen[] = [];
let watch: Watch;
/** What a look takes of the page's time, in ms. */
let takesMs = 0;
let againMs: number | null = null;

const look = async (one: Seen): Promise<number | null> => {
  seen.push(one);
  const until = performance.now() + takesMs;
  if (takesMs > 0) vi.setSystemTime(Date.now() + takesMs);
  vi.spyOn(performance, 'now').mockReturnValueOnce(until);
  return againMs;
};

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  seen = [];
  takesMs = 0;
  againMs = null;
  watch = watchPage(() => [document], look);
});

afterEach(() => {
  watch.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function change(text = ''): Promise<void> {
  const line = document.createElement('p');
  line.textContent = text;
  document.body.append(line);
  await vi.advanceTimersByTimeAsync(0);
}

test('a page that does nothing costs nothing', async () => {
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(seen).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what changes where it was quiet is looked at before it is drawn; many changes after it are one look more', async () => {
  await change('Whoever closes a valve');
  expect(seen).toEqual([{ letters: 22, isFirst: true }]);
  for (let i = 0; i < 500; i++) await change();
  expect(seen).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toEqual([expect.anything(), { letters: Number.POSITIVE_INFINITY, isFirst: false }]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that never stops changing is looked at all along, four times a second, and its last change is', async () => {
  for (let i = 0; i < 2_000; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(seen.length).toBeGreaterThan(350);
  expect(seen.length).toBeLessThanOrEqual(401);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('looks that take long are a hundredth of the time, and after a rest they come at once again', async () => {
  takesMs = 20;
  const tenMinutes = 600_000;
  for (let i = 0; i < tenMinutes / 500; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(seen.length * takesMs).toBeGreaterThan(0.005 * tenMinutes);
  expect(seen.length * takesMs).toBeLessThan(0.012 * tenMinutes);
  await vi.advanceTimersByTimeAsync(60_000);
  const before = seen.length;
  await change();
  expect(seen).toHaveLength(before + 1);
});

test('one that is asked for comes, though nothing changes', async () => {
  againMs = 3_000;
  await change();
  againMs = null;
  await vi.advanceTimersByTimeAsync(2_900);
  expect(seen).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(seen).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a script that was loaded may have defined what stood there empty: it is looked', async () => {
  document.body.innerHTML = '<script></script><img />';
  await vi.advanceTimersByTimeAsync(5_000);
  const before = seen.length;
  document.querySelector('img')?.dispatchEvent(trusted(new Event('load')));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toHaveLength(before);
  document.querySelector('script')?.dispatchEvent(trusted(new Event('load')));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toHaveLength(before + 1);
});

test('a frame that was loaded is looked at a moment later: at once, what stood there before may seem to stand yet', async () => {
  document.body.innerHTML = '<iframe></iframe>';
  await vi.advanceTimersByTimeAsync(5_000);
  const before = seen.length;
  document.querySelector('iframe')?.dispatchEvent(trusted(new Event('load')));
  await vi.advanceTimersByTimeAsync(200);
  expect(seen).toHaveLength(before);
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.slice(before)).toEqual([{ letters: Number.POSITIVE_INFINITY, isFirst: false }]);
});

test('a page that says without end that a frame was loaded does not put a look off', async () => {
  document.body.innerHTML = '<iframe></iframe>';
  await vi.advanceTimersByTimeAsync(5_000);
  const before = seen.length;
  await change();
  await change();
  for (let i = 0; i < 20; i++) {
    document.querySelector('iframe')?.dispatchEvent(new Event('load'));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(seen).toHaveLength(before + 2);
});

test('once stopped it stays so', async () => {
  await change();
  await change();
  watch.stop();
  await change();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('a change that comes while one looks is looked at, too', async () => {
  watch.stop();
  let looks = 0;
  let finish = (_: null) => {};
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
  expect(looks).toBe(1);
  await change();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toBe(1);
  finish(null);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toBe(2);
  finish(null);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(looks).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('of a page that changes again at once after each look, that is told; of one that changes now and then, not', async () => {
  watch.stop();
  let isBusy = false;
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
  expect([seen.length, isBusy]).toEqual([4, false]);
  for (let i = 0; i < 50; i++) {
    await change();
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(isBusy).toBe(true);
});
