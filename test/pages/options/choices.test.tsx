// @vitest-environment happy-dom
import '../stage.ts';
import { describe, expect, test, vi } from 'vitest';
import { loadSettings, saveSettings } from '../../../src/browser/settings.ts';
import { siteName } from '../../../src/pages/options/site-name.ts';
import { originsIn } from '../../../src/pages/options/use-hosts.ts';
import { fakeBrowser } from '../../browser/fake-browser.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice } from '../../store/device.ts';
import { button, click, submit, type } from '../../ui/drawn.ts';
import { said, says, until } from '../stage.ts';
import { field, openOptions, section } from './open.tsx';

const open = (id: string) => section(openOptions(createDevice()), id);
const refreshed = () => said.some(({ say }) => say === 'refresh');

describe('in pages', () => {
  test('each part is switched by itself, and pages in view follow', async () => {
    const root = open('pages');
    const switches = await until(() => {
      const found = [...root.querySelectorAll<HTMLInputElement>('[role=switch]')];
      return found.length > 0 && found;
    });
    expect(switches.map((one) => one.checked)).toEqual([true, true, true, true, false]);
    await click(switches[1]);
    await until(refreshed);
    const { parts } = await loadSettings();
    expect([parts.highlights, parts.teamHighlights, parts.badge, parts.menus]).toEqual([true, false, true, true]);
  });

  test('a site is switched off by its name or address, and on again', async () => {
    const root = open('pages');
    const site = await until(() => field(root, 'Site'));
    await type(site, ' https://www.bank.example/login ');
    await submit(root.querySelector('form'));
    await says(root, 'Switch on again');
    expect((await loadSettings()).sitesOff).toEqual(['bank.example']);
    await click(button(root, 'Switch on again on bank.example'));
    await until(() => !root.textContent?.includes('bank.example'));
    expect((await loadSettings()).sitesOff).toEqual([]);
  });

  test('a change made elsewhere shows', async () => {
    const root = open('pages');
    await until(() => field(root, 'Site'));
    await saveSettings((last) => ({ ...last, sitesOff: ['mail.example'] }));
    await says(root, 'mail.example');
  });

  test.each([
    ['bank.example', 'bank.example'],
    ['www.bank.example', 'bank.example'],
    ['http://localhost:3000/x', 'localhost'],
    ['two words', ''],
    ['', ''],
    ['https://', ''],
  ])('the site in "%s" is "%s"', (typed, site) => {
    expect(siteName(typed)).toBe(site);
  });
});

describe('access', () => {
  test('is asked for in the click, for all sites', async () => {
    const root = open('access');
    await says(root, 'access to no site');
    await click(button(root, 'Allow on all sites'));
    expect(world.did).toContainEqual(['permissions.request', { origins: ['*://*/*'] }]);
    await until(refreshed);
  });

  test('of one site is taken back by itself', async () => {
    world.hosts = ['https://docs.example/*'];
    const root = open('access');
    await says(root, 'docs.example');
    await click(button(root, 'Take back access to https://docs.example'));
    expect(world.did).toContainEqual(['permissions.remove', { origins: ['https://docs.example/*'] }]);
  });

  test('lists only what can be taken back one by one', () => {
    expect(originsIn(['https://b.example/*', '*://*/*', 'https://*.c.example/*', 'http://a.example/*'])).toEqual([
      'http://a.example',
      'https://b.example',
    ]);
  });
});

test('keys show as they are bound, and where none is', async () => {
  vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([
    { name: '_execute_action', shortcut: 'Alt+Shift+S' },
    { name: 'keep', description: 'Keep the selection or the page', shortcut: '' },
  ] as never);
  const root = open('keys');
  await says(root, 'Alt+Shift+S');
  const rows = [...root.querySelectorAll('dl > div')].map((row) => row.textContent);
  expect(rows).toEqual(['Open SidelightAlt+Shift+S', 'Keep the selection or the pageNo key']);
});
