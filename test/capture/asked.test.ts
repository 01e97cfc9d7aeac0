// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinLayer } from '../../src/capture/layer.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';

const said: string[] = [];

/** The page's clock stands still, for the files that are loaded here take as long as they take. */
const NOW = 5_000;

beforeEach(() => {
  vi.resetModules();
  vi.spyOn(performance, 'now').mockReturnValue(NOW);
  said.length = 0;
  const layer = joinLayer();
  delete layer.asked;
  delete layer.begun;
  fakeBrowser.runtime.sendMessage = async (message) => {
    said.push((message as { say: string }).say);
    return { ok: true, value: { id: 'kept' } };
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const bring = () => import('../../src/capture/keep.ts');

test('the gesture that has this file brought begins as it comes', async () => {
  joinLayer().asked = { by: ['lesson', 'page', false], at: NOW };
  await bring();
  expect(await joinLayer().begun).toBe('kept');
  expect(said).toEqual(['keep']);
});

test('one that was given up meanwhile does not', async () => {
  joinLayer().asked = { by: ['lesson', 'page', false], at: NOW - 1_500 };
  await bring();
  expect(joinLayer().begun).toBeUndefined();
  expect(said).toEqual([]);
});

test('a file that is brought for something else keeps nothing', async () => {
  await bring();
  expect(joinLayer().begun).toBeUndefined();
  expect(said).toEqual([]);
});
