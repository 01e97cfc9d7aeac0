import './fake-browser.ts';
import { expect, test } from 'vitest';
import { loadSettings, onSettings, saveSettings } from '../../src/browser/settings.ts';
import { defaultSettings, type Settings } from '../../src/wire/settings.ts';
import { fakeBrowser } from './fake-browser.ts';

const switchOff = (site: string) => (settings: Settings) => ({ ...settings, sitesOff: [...settings.sitesOff, site] });

test('before anything is chosen, and when what is stored is spoilt, the defaults hold', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
  await fakeBrowser.storage.local.set({ settings: { parts: { badge: 'perhaps' } } });
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('two changes at once both hold', async () => {
  await Promise.all([saveSettings(switchOff('a.example')), saveSettings(switchOff('b.example'))]);
  expect((await loadSettings()).sitesOff).toEqual(['a.example', 'b.example']);
});

test('a change is heard until one stops listening, and only of settings', async () => {
  const heard: Settings[] = [];
  const stop = onSettings((settings) => heard.push(settings));
  await fakeBrowser.storage.local.set({ other: 1 });
  await fakeBrowser.storage.session.set({ settings: 1 });
  await saveSettings(switchOff('a.example'));
  stop();
  await saveSettings(switchOff('b.example'));
  expect(heard.map(({ sitesOff }) => sitesOff)).toEqual([['a.example']]);
});
