import '../browser/fake-browser.ts';
import { describe, expect, test, vi } from 'vitest';
import { runAlarm } from '../../src/background/alarms.ts';
import { welcome } from '../../src/background/installed.ts';
import { settle } from '../../src/background/settle.ts';
import { sitePatterns } from '../../src/background/site-patterns.ts';
import { saveSettings } from '../../src/browser/settings.ts';
import { PRIVATE_HOSTS } from '../../src/domain/private-hosts.ts';
import { isPrivateSite } from '../../src/domain/private-site.ts';
import { remove } from '../../src/store/remove.ts';
import { addTeam } from '../../src/store/team.ts';
import { scripting, tabs } from '../browser/fake-tabs.ts';
import { did, world } from '../browser/fake-world.ts';
import { allRows, keepLesson, team, value } from '../store/device.ts';
import { createStage, PAGE, TAB } from './stage.ts';

/** Whether nothing of ours comes by itself to the pages of a host, by its name. */
const isKeptFrom = (host: string): boolean =>
  world.registered.every(({ excludeMatches }) => excludeMatches?.includes(`*://${host}/*`));

describe('the page layer', () => {
  test('is nowhere until access was granted', async () => {
    const stage = createStage();
    await settle(stage.world);
    expect(world.registered).toEqual([]);
  });

  test('is where access was granted, and not on sites that were switched off', async () => {
    const stage = createStage();
    world.hosts = ['*://*/*'];
    await saveSettings((settings) => ({ ...settings, sitesOff: ['bank.example'] }));
    await settle(stage.world);
    expect(world.registered).toMatchObject([{ js: ['capture/gate.js', 'capture/main.js'], matches: ['*://*/*'] }]);
    expect(isKeptFrom('bank.example')).toBe(true);
    expect(isKeptFrom('www.bank.example')).toBe(true);
    expect(isKeptFrom('docs.example')).toBe(false);
  });

  test('is not on houses that are known to be private, by their names alone', async () => {
    const stage = createStage();
    world.hosts = ['*://*/*'];
    await settle(stage.world);
    expect(PRIVATE_HOSTS.filter((host) => isPrivateSite(host) && !isKeptFrom(host))).toEqual([]);
  });

  test('is on those that a person wants us on, without the gate that keeps it from what looks private', async () => {
    const stage = createStage();
    world.hosts = ['*://*/*'];
    await saveSettings((settings) => ({ ...settings, sitesOn: ['mail.google.com', 'mail.company.example'] }));
    await settle(stage.world);
    const [everywhere, chosen] = world.registered;
    for (const host of ['mail.google.com', 'mail.company.example']) {
      expect(everywhere?.excludeMatches).toContain(`*://${host}/*`);
      expect(chosen).toMatchObject({ js: ['capture/main.js'], matches: expect.arrayContaining([`*://${host}/*`]) });
    }
    await saveSettings((settings) => ({ ...settings, sitesOn: [] }));
    await settle(stage.world);
    expect(world.registered.map(({ id }) => id)).toEqual(['resident']);
  });

  test.each([
    ['an address of numbers', '192.168.1.7', ['*://192.168.1.7/*']],
    ['one of version six', '[::1]', ['*://[::1]/*']],
    ['files', '', ['file:///*']],
    ['what no pattern can say', 'a host/with*stars', []],
  ])('a browser takes the pattern for a site that is %s', async (_, site, patterns) => {
    expect(sitePatterns(site)).toEqual(patterns);
  });

  test('goes from open pages of a site that is switched off, with the count, and does not come to those that look private', async () => {
    const stage = createStage();
    const mail = { id: 8, windowId: 1, url: 'https://mail.company.example/inbox', title: 'Inbox' };
    world.tabs = [{ ...stage.tab, hears: true }, mail];
    await keepLesson(stage.device);
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    expect(did('badge').at(-1)).toEqual([{ tabId: TAB, text: '1' }]);
    await saveSettings((settings) => ({ ...settings, sitesOff: ['docs.example'] }));
    await settle(stage.world);
    expect(did('tabs.sendMessage').at(-1)).toEqual([TAB, { tell: 'rest' }]);
    expect(did('badge')).toContainEqual([{ tabId: TAB, text: '' }]);
    expect(did('scripting.file').filter(([tabId]) => tabId === 8)).toEqual([]);
  });

  test('is put in order although one page is stuck and answers nothing', async () => {
    const stage = createStage();
    const stuck = vi.spyOn(scripting, 'executeScript').mockReturnValue(new Promise(() => {}));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    world.hosts = ['*://*/*'];
    const first = welcome(stage.world, 'update');
    for (let i = 0; i < 20 && stuck.mock.calls.length < 2; i++) await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(10_000);
    await first;
    await saveSettings((settings) => ({ ...settings, sitesOff: ['docs.example'] }));
    await settle(stage.world);
    expect(isKeptFrom('docs.example')).toBe(true);
    vi.useRealTimers();
    stuck.mockRestore();
  });

  test('is nowhere when there is nothing for it to show', async () => {
    const stage = createStage();
    world.hosts = ['*://*/*'];
    await settle(stage.world);
    const off = { highlights: false, teamHighlights: false, badge: false, bar: false };
    await saveSettings((settings) => ({ ...settings, parts: { ...settings.parts, ...off } }));
    await settle(stage.world);
    expect(world.registered).toEqual([]);
  });
});

describe('what wakes us', () => {
  test('alone and with nothing to finish: nothing', async () => {
    const stage = createStage();
    await keepLesson(stage.device);
    await settle(stage.world);
    expect(world.alarms).toEqual({});
    expect(stage.requests).toEqual([]);
  });

  test('with a team: each minute', async () => {
    const stage = createStage();
    await addTeam(stage.world.store, team(), stage.world.clock);
    await settle(stage.world);
    expect(world.alarms).toEqual({ sync: { periodInMinutes: 1 } });
  });

  test('a deletion becomes final when its undo has passed', async () => {
    const stage = createStage();
    const { id } = await keepLesson(stage.device);
    value(await remove(stage.world.store, [['', id]], 60_000, stage.world.clock));
    await stage.fromUs('refresh', {});
    expect(world.alarms).toEqual({ removals: { when: stage.world.clock() + 60_000 } });
    await runAlarm(stage.world, 'removals');
    expect(await allRows(stage.device)).toHaveLength(1);
    stage.device.turn(61_000);
    await runAlarm(stage.world, 'removals');
    expect(await allRows(stage.device)).toEqual([]);
  });
});

describe('being installed', () => {
  test('is welcomed, once', async () => {
    const stage = createStage();
    await welcome(stage.world, 'install');
    await welcome(stage.world, 'update');
    expect(did('tabs.create')).toEqual([['chrome-extension://ourselves/welcome.html']]);
  });

  test('where no tab opens, what is registered with the browser is registered all the same', async () => {
    const stage = createStage();
    const opening = vi.spyOn(tabs, 'create').mockRejectedValue(new Error('No current window'));
    await expect(welcome(stage.world, 'install')).rejects.toThrow('No current window');
    opening.mockRestore();
    await vi.waitFor(() => expect(world.menus).not.toEqual([]), { timeout: 10_000 });
  });

  test('by an organisation is not', async () => {
    const stage = createStage();
    world.installType = 'admin';
    await welcome(stage.world, 'install');
    expect(did('tabs.create')).toEqual([]);
  });

  test('anew brings a new page layer into pages that are open, behind the gate: a tab may have moved on by then', async () => {
    const stage = createStage();
    await welcome(stage.world, 'update');
    expect(did('scripting.file')).toEqual([
      [TAB, 'capture/gate.js'],
      [TAB, 'capture/main.js'],
    ]);
  });
});

test('without a team, syncing asks nobody anything', async () => {
  const stage = createStage();
  await keepLesson(stage.device);
  await stage.fromUs('sync', {});
  await runAlarm(stage.world, 'sync');
  expect(stage.requests).toEqual([]);
});

test('a grant, a setting and a start at once make each menu item once', async () => {
  const stage = createStage();
  await Promise.all([settle(stage.world), settle(stage.world), settle(stage.world)]);
  const ids = world.menus.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
