import '../browser/fake-browser.ts';
import { expect, test } from 'vitest';
import { buildMenus, runMenu } from '../../src/background/menu.ts';
import { takeIntent } from '../../src/browser/session.ts';
import { saveSettings } from '../../src/browser/settings.ts';
import { toPlace } from '../../src/browser/tab-reach.ts';
import { defaultSettings } from '../../src/wire/settings.ts';
import { did, world } from '../browser/fake-world.ts';
import { soon } from '../soon.ts';
import { allRows } from '../store/device.ts';
import { createStage, PAGE } from './stage.ts';

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
  const [row] = await soon(async () => {
    const rows = await allRows(stage.device);
    expect(rows).toHaveLength(1);
    return rows;
  });
  expect(row?.body).toMatchObject({ link: 'https://other.example/x', title: 'Other' });
});

test('the words of a link are read in the page where the browser does not tell them', async () => {
  const stage = createStage();
  stage.tab.answers = (source) => (source.includes('querySelectorAll') ? 'The other guide' : null);
  runMenu(stage.world, click(stage, 'menuKeepLink', { linkUrl: 'https://other.example/x' }));
  await soon(async () => {
    const [row] = await allRows(stage.device);
    expect(row?.body).toMatchObject({ link: 'https://other.example/x', title: 'The other guide' });
  });
});

test.each([
  ['switched off', 'site-off', { sitesOff: ['docs.example'] }, PAGE],
  ['that looks private', 'site-private', {}, 'https://mail.google.com/inbox'],
])('on a site %s no link is kept, with a sentence', async (_how, code, change, url) => {
  const stage = createStage();
  stage.tab.url = url;
  await saveSettings((settings) => ({ ...settings, ...change }));
  runMenu(stage.world, click(stage, 'menuKeepLink', { linkUrl: 'https://other.example/x' }));
  await soon(async () => expect(await takeIntent()).toMatchObject({ intent: 'notice', code }));
  expect(await allRows(stage.device)).toEqual([]);
});

const PICTURE = { srcUrl: 'https://docs.example/valve.png' };

test('an image is kept by the page layer, which is told its address', async () => {
  const stage = createStage();
  const told: unknown[][] = [];
  stage.tab.answers = (_source, args) => {
    told.push(args.slice(1));
    return 'kept';
  };
  runMenu(stage.world, click(stage, 'menuKeepImage', PICTURE));
  await soon(() => expect(told).toEqual([['lesson', 'image', false, PICTURE.srcUrl]]));
});

test('an image that the page layer cannot find is kept with its page, and its address', async () => {
  const stage = createStage();
  stage.tab.answers = (source) => (source.includes('say') ? true : 'no-image');
  runMenu(stage.world, click(stage, 'menuKeepImage', PICTURE));
  await soon(async () => {
    const [row] = await allRows(stage.device);
    expect(row?.body).toMatchObject({ link: PICTURE.srcUrl, title: 'Guide', target: { selectors: [] } });
  });
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

test.each(['menuKeepSelection', 'menuAskSelection'])(
  'in a field %s keeps and asks nothing, and says why',
  async (item) => {
    const stage = createStage();
    runMenu(stage.world, click(stage, item, { editable: true, selectionText: 'x' }));
    await soon(async () => expect(await takeIntent()).toMatchObject({ intent: 'notice', code: 'in-field' }));
    // A page that one before this kept something from is painted about now.
    expect(did('scripting.file').map(([, file]) => file)).not.toContain('capture/keep.js');
    expect(did('panel')).toEqual([]);
    expect(await allRows(stage.device)).toEqual([]);
  },
);
