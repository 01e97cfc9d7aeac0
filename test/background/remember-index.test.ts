import '../browser/fake-browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { createRemembering } from '../../src/background/remember-index.ts';
import { createUpkeep } from '../../src/background/upkeep.ts';
import { lastIndex, rememberIndex } from '../../src/browser/last-index.ts';
import { readIndexRows } from '../../src/store/index-rows.ts';
import { textToIndex } from '../../src/store/index-text.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { keepLesson } from '../store/device.ts';
import { createStage } from './stage.ts';

beforeEach(() => rememberIndex(null));

test('how the index stands is remembered for a popup that finds nobody with the database open, and anew where it changed', async () => {
  const { device } = createStage();
  const remember = createRemembering(device.store);
  await keepLesson(device, { note: 'Roll back a release' });
  await remember();
  const first = textToIndex(await lastIndex());
  expect(first).toEqual(await readIndexRows(device.store.relaxed));
  await keepLesson(device, { note: 'Release on Monday' });
  await remember();
  const second = textToIndex(await lastIndex());
  expect(second).toEqual(await readIndexRows(device.store.relaxed));
  expect(second?.stamp).not.toEqual(first?.stamp);
});

test('what has not changed is not written again', async () => {
  const { device } = createStage();
  const remember = createRemembering(device.store);
  await keepLesson(device, { note: 'Roll back a release' });
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  await remember();
  await remember();
  expect(set).toHaveBeenCalledTimes(1);
});

test('a worker that begins does not trust what one before it remembered', async () => {
  const { device } = createStage();
  await keepLesson(device, { note: 'Roll back a release' });
  await rememberIndex('what stood there');
  await createRemembering(device.store)();
  expect(textToIndex(await lastIndex())).not.toBeNull();
});

test('it is remembered when the index is in shape, by the upkeep that comes after a change', async () => {
  const { device } = createStage();
  await keepLesson(device, { note: 'Roll back a release' });
  const isTended = createUpkeep(device.store);
  while (!(await isTended(50)));
  expect(textToIndex(await lastIndex())).toEqual(await readIndexRows(device.store.relaxed));
});
