// @vitest-environment happy-dom
import '../stage.ts';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/kit/clock.ts';
import { budget, dismiss, dismissals, noteShown, noteUsed } from '../../../src/store/suggestions.ts';
import { fakeBrowser } from '../../browser/fake-browser.ts';
import { createDevice, keepLesson, value } from '../../store/device.ts';
import { button, click, submit, type } from '../../ui/drawn.ts';
import { said, says, until } from '../stage.ts';
import { field, openOptions, section } from './open.tsx';

const settings = async () =>
  ((await fakeBrowser.storage.local.get('settings')) as Record<string, Record<string, unknown>>).settings;

test('suggestions are switched off as a whole, and on a site', async () => {
  const root = section(openOptions(createDevice()), 'suggestions');
  const box = await until(() => root.querySelector<HTMLInputElement>('[role=switch]'));
  expect(box.checked).toBe(true);
  await click(box);
  await until(() => said.length > 0);
  expect(await settings()).toMatchObject({ parts: { suggestions: false } });
  await type(field(root, 'Site'), 'https://www.Shop.example/x');
  await submit(root.querySelector('form'));
  await says(root, 'Nothing from elsewhere is suggested on these sites');
  expect(await settings()).toMatchObject({ suggestionSitesOff: ['shop.example'], sitesOff: [] });
  await click(button(root, 'Suggest on shop.example again'));
  await says(root, 'No site yet.');
});

test('what was waved away is listed by name, and suggested again one by one or all together', async () => {
  const device = createDevice();
  const { id } = await keepLesson(device, { note: 'Refund within a day' });
  value(await dismiss(device.store, { what: 'record', team: '', id }, systemClock));
  value(await dismiss(device.store, { what: 'record', team: '', id: 'gone' }, systemClock));
  value(await dismiss(device.store, { what: 'topic', words: ['till', 'receipt'] }, systemClock));
  const root = section(openOptions(device), 'suggestions');
  await says(root, 'Waved away');
  expect([...root.querySelectorAll('li bdi')].map(({ textContent }) => textContent)).toEqual([
    'Anything about till, receipt',
    'Something that is gone by now',
    'Refund within a day',
  ]);
  await click(button(root, 'Suggest again: Refund within a day'));
  await until(() => !root.textContent?.includes('Refund within a day'));
  expect(await dismissals(device.store.relaxed)).toHaveLength(2);
  await click(button(root, 'Suggest all of them again'));
  await until(() => !root.textContent?.includes('Waved away'));
  expect(await dismissals(device.store.relaxed)).toEqual([]);
});

test('how suggestions fared is said in words with what follows, and can be forgotten', async () => {
  const device = createDevice();
  const keys = Array.from({ length: 20 }, (_, i): [string, string] => ['', `r${i}`]);
  value(await noteShown(device.store, keys, systemClock));
  for (const key of keys.slice(0, 2)) value(await noteUsed(device.store, key));
  const root = section(openOptions(device), 'suggestions');
  await says(root, 'Of 20 suggestions in the last four weeks you opened or thanked for 2.');
  expect(root.textContent).toContain('Up to 3 are shown at a time.');
  await click(button(root, 'Start counting anew'));
  await says(root, 'Nothing was suggested in the last four weeks.');
  expect(root.textContent).toContain('Up to 5 are shown at a time.');
  expect(await budget(device.store.relaxed)).toEqual({ shown: 0, used: 0, most: 5 });
});
