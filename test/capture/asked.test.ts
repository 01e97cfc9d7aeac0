// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureIn } from '../../src/background/capture-in.ts';
import { joinLayer } from '../../src/capture/layer.ts';
import { createStage, PAGE, TAB } from '../background/stage.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { did } from '../browser/fake-world.ts';

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
  delete layer.capture;
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
  joinLayer().asked = { id: 'first', by: ['lesson', 'page', false], at: NOW };
  await bring();
  expect(joinLayer().begun?.id).toBe('first');
  expect(await joinLayer().begun?.outcome).toBe('kept');
  expect(said).toEqual(['keep']);
});

test.each([
  ['a question', ['question', 'page', false], 'asked', ['ask']],
  ['what is selected', ['lesson', 'key', false], 'kept', ['keep']],
  ['a lesson on a site that looks private', ['lesson', 'page', true], 'asked-first', []],
] as const)('so does %s', async (_what, by, outcome, heard) => {
  document.body.innerHTML = '<p>The moon pulls the sea.</p>';
  document.getSelection()?.selectAllChildren(document.body);
  joinLayer().asked = { id: 'first', by: [...by], at: NOW };
  await bring();
  expect(await joinLayer().begun?.outcome).toBe(outcome);
  expect(said).toEqual(heard);
});

test('one that was given up meanwhile does not', async () => {
  joinLayer().asked = { id: 'first', by: ['lesson', 'page', false], at: NOW - 1_500 };
  await bring();
  expect(joinLayer().begun).toBeUndefined();
  expect(said).toEqual([]);
});

test('a file that is brought for something else keeps nothing', async () => {
  await bring();
  expect(joinLayer().begun).toBeUndefined();
  expect(said).toEqual([]);
});

test('a gesture that comes while the file does is one more, and has the first done once all the same', async () => {
  const stage = createStage();
  const press = () => captureIn(stage.world, { tabId: TAB, windowId: 1, url: PAGE, title: 'Guide' }, 'lesson', 'page');
  let second: Promise<unknown> | undefined;
  stage.tab.answers = async (source, args) => {
    if (did('scripting.file').length > 0 && !second) {
      await bring();
      second = press();
      await second;
    }
    return new Function(`return ${source}`)()(...args);
  };
  await press();
  expect(second).toBeDefined();
  expect(said).toEqual(['keep', 'keep']);
});
