import '../browser/fake-browser.ts';
import { expect, test, vi } from 'vitest';
import { buildMenus, runMenu } from '../../src/background/menu.ts';
import { toPlace } from '../../src/browser/tab-reach.ts';
import { defaultSettings } from '../../src/wire/settings.ts';
import { did, world } from '../browser/fake-world.ts';
import { allRows } from '../store/device.ts';
import { createStage } from './stage.ts';

const click = (stage: ReturnType<typeof createStage>, item: string, more = {}) => ({
  item,
  tab: toPlace(stage.tab as never),
  selectionText: undefined,
  linkUrl: undefined,
  linkText: undefined,
  srcUrl: undefined,
  editable: false,
  ...more,
});

test('the menu has our items, and none once they are switched off', async () => {
  await buildMenus(defaultSettings);
  expect(world.menus.map(({ id }) => id)).toContain('menuKeepSelection');
  await buildMenus({ ...defaultSettings, parts: { ...defaultSettings.parts, menus: false } });
  expect(world.menus).toEqual([]);
});

test('a link is kept as a lesson that carries it', async () => {
  const stage = createStage();
  runMenu(stage.world, click(stage, 'menuKeepLink', { linkUrl: 'https://other.example/x', linkText: 'Other' }));
  const [row] = await vi.waitFor(async () => {
    const rows = await allRows(stage.device);
    expect(rows).toHaveLength(1);
    return rows;
  });
  expect(row?.body).toMatchObject({ link: 'https://other.example/x', title: 'Other' });
});

test('a script as a link is not kept', async () => {
  const stage = createStage();
  runMenu(stage.world, click(stage, 'menuKeepLink', { linkUrl: 'javascript:alert(1)' }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await allRows(stage.device)).toEqual([]);
});

test('asking opens the panel in the turn of the click', () => {
  const stage = createStage();
  runMenu(stage.world, click(stage, 'menuAskPage'));
  expect(did('panel')).toHaveLength(1);
});

test('nothing happens in a field', () => {
  const stage = createStage();
  runMenu(stage.world, click(stage, 'menuKeepSelection', { editable: true, selectionText: 'x' }));
  expect(world.did).toEqual([]);
});
