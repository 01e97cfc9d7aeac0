// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWipes } from '../../src/capture/wipes.ts';
import { trusted } from './trusted.ts';

let looks = 0;
const wipes = createWipes(() => {
  looks++;
});

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  document.body.innerHTML = '<input>';
  wipes.hearIn([document]);
});

afterEach(() => {
  wipes.hearIn([]);
  vi.useRealTimers();
});

const type = (made = trusted): boolean | undefined =>
  document.querySelector('input')?.dispatchEvent(made(new Event('input', { bubbles: true })));

test('after what a person does it is looked soon, and once more when nobody types any longer', async () => {
  for (let i = 0; i < 5; i++) {
    type();
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(looks).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('where nothing is painted any more nothing is heard, and nothing comes later', async () => {
  type();
  wipes.hearIn([]);
  type();
  expect(vi.getTimerCount()).toBe(0);
});

test('what a page says was typed is not listened to', () => {
  type((event) => event);
  expect(vi.getTimerCount()).toBe(0);
});
